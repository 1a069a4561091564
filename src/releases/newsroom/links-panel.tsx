import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { type DeskUi, inUiScript, uiScript, when } from './desk-ui.js';
import type { EmbargoLink } from './links.queries.js';
import type { DeskRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';

export type ShownLink = EmbargoLink & { token: string };

/** Private links to the release before its time: for whom, until when, and the way to end one. */
export function LinksPanel({ ui, desk, links }: { ui: DeskUi; desk: DeskRow; links: ShownLink[] }) {
  const texts = newsroomTexts[ui.language];
  const csrf = <input type="hidden" name="_csrf" value={ui.account.csrfToken} />;
  return (
    <section class="links" aria-labelledby="links-heading">
      <h3 id="links-heading">{texts.links}</h3>
      <p class="hint">{texts.linksHint}</p>
      {links.length > 0 && (
        <ul class="stack">
          {links.map(({ id, recipient, expiresAt, token }) => {
            const who = inUiScript(ui, recipient);
            return (
              <li class="link-given">
                <p lang={uiScript(ui)}>{fill(texts.linkFacts, { who, when: when(ui, expiresAt) })}</p>
                <input
                  readonly
                  value={`${ui.origin}${paths.embargo('sr-Cyrl', token)}`}
                  aria-label={fill(texts.linkAddress, { who })}
                />
                <form method="post" action={paths.newsroomPart(desk.id, 'revoked-links')}>
                  {csrf}
                  <input type="hidden" name="link" value={id} />
                  <button class="btn">{fill(texts.revoke, { who })}</button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
      <form class="pair" method="post" action={paths.newsroomPart(desk.id, 'links')}>
        {csrf}
        <div class="field">
          <label for="recipient">{texts.linkFor}</label>
          <input id="recipient" name="recipient" required maxlength={200} autocomplete="off" />
        </div>
        <div class="field">
          <label for="until">{texts.linkUntil}</label>
          <input
            id="until"
            name="until"
            required
            maxlength={50}
            autocomplete="off"
            value={when(ui, desk.goesOutAt ?? new Date(Date.now() + 24 * 3_600_000))}
          />
        </div>
        <div class="acts">
          <button class="btn">{texts.giveLink}</button>
        </div>
      </form>
    </section>
  );
}
