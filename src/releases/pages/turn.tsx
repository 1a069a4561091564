export interface TurnLink {
  href: string;
  /** Above the title, for example "Претходни месец". */
  label: string;
  title: string;
  /** Language of the title where it is not the page's. */
  lang?: string;
}

/** Two ways onward below a text: what is older on the left, what is newer on the right. */
export const Turn = ({ label, older, newer }: { label: string; older?: TurnLink; newer?: TurnLink }) =>
  older === undefined && newer === undefined ? null : (
    <nav class="turn" aria-label={label}>
      {older !== undefined && (
        <a href={older.href} rel="prev">
          <span>{older.label}</span>
          <strong lang={older.lang}>{older.title}</strong>
        </a>
      )}
      {newer !== undefined && (
        <a class="turn__next" href={newer.href} rel="next">
          <span>{newer.label}</span>
          <strong lang={newer.lang}>{newer.title}</strong>
        </a>
      )}
    </nav>
  );
