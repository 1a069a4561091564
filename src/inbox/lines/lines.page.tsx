import { dateline } from '../../calendar/dates.js';
import type { NamedRelease } from '../../releases/named-releases.queries.js';
import { citedIn } from '../../replies/citations/cited.js';
import { LINE_FIELDS, releasesIn } from '../../replies/line-fields.js';
import type { StandardLine } from '../../replies/lines/lines.queries.js';
import { LONGEST_LINE, LONGEST_NAME } from '../../replies/lines/standard-lines.service.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { OfficeField } from '../../web/components/office-field.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { linesTexts } from './lines.texts.js';

export interface LinesPageProps {
  account: SignedIn;
  lines: StandardLine[];
  /** The releases that the lines cite. */
  cited: readonly NamedRelease[];
  /** Releases to choose from. */
  newest: readonly { slug: string; title: string }[];
  /** The line that was refused, as typed, with the reason; `id` is empty for a new one. */
  problem?: { values: Record<string, string>; errors: { field: string; message: string }[] };
  done?: 'saved' | 'removed';
}

/** Every standard line as a form, and one more for a new one. */
export function LinesPage(props: LinesPageProps) {
  const { account, lines, problem, done } = props;
  const texts = linesTexts[account.language];
  const names = LINE_FIELDS.map((name) => `{{${name}}}`).join(' ');
  return (
    <OfficePage account={account} language={account.language} title={texts.title} active="inbox">
      <header class="page-head">
        <h1>{texts.title}</h1>
      </header>
      {done && (
        <p class="note" role="status">
          {texts[done]}
        </p>
      )}
      <p>
        {fill(texts.lead, {
          names,
          question: `{{? ${texts.example}}}`,
          release: `{{release ${texts.exampleSlug}}}`,
        })}
      </p>
      <div class="tiles">
        <LineForm {...props} line={undefined} />
        {lines.map((line) => (
          <LineForm {...props} line={line} />
        ))}
      </div>
      {lines.length === 0 && problem === undefined && <p class="mid">{texts.none}</p>}
    </OfficePage>
  );
}

function LineForm({
  account,
  problem,
  line,
  cited,
  newest,
}: LinesPageProps & { line: StandardLine | undefined }) {
  const texts = linesTexts[account.language];
  const id = line?.id ?? '';
  const mine = problem?.values.id === id ? problem : undefined;
  const errorOf = (field: string) => mine?.errors.find((error) => error.field === field)?.message;
  const shown = (field: 'name' | 'body' | 'language') => mine?.values[field] ?? line?.[field] ?? '';
  const key = id === '' ? 'new' : id;
  return (
    <section class="card" aria-labelledby={`line-${key}`}>
      <header>
        <h2 id={`line-${key}`}>{line?.name ?? texts.add}</h2>
      </header>
      <form class="in stack" method="post" action={paths.standardLines} novalidate>
        <input type="hidden" name="_csrf" value={account.csrfToken} />
        <input type="hidden" name="id" value={id} />
        {/* Enter in a field presses the first button of a form: that one saves. */}
        <button class="sr" name="do" value="save" tabindex={-1} aria-hidden="true">
          {texts.save}
        </button>
        {line && <ChangedNotes account={account} line={line} cited={cited} />}
        <OfficeField id={`name-${key}`} name="name" label={texts.name} error={errorOf('name')}>
          {(attributes) => (
            <input {...attributes} value={shown('name')} maxlength={LONGEST_NAME} autocomplete="off" />
          )}
        </OfficeField>
        <OfficeField id={`body-${key}`} name="body" label={texts.body} error={errorOf('body')}>
          {(attributes) => (
            <textarea {...attributes} rows={6} maxlength={LONGEST_LINE}>
              {`\n${shown('body')}`}
            </textarea>
          )}
        </OfficeField>
        {newest.length > 0 && (
          <div class="field">
            <label for={`release-${key}`}>{texts.cite}</label>
            <div class="acts">
              <select id={`release-${key}`} name="release">
                <option value="">{texts.choose}</option>
                {newest.map(({ slug, title }) => (
                  <option value={slug}>{title}</option>
                ))}
              </select>
              <button class="btn" name="do" value="insert">
                {texts.insert}
              </button>
            </div>
          </div>
        )}
        <div class="field">
          <label for={`language-${key}`}>{texts.language}</label>
          <select id={`language-${key}`} name="language">
            {(['sr-Cyrl', 'en'] as const).map((language) => (
              <option value={language} selected={language === shown('language')}>
                {texts.languages[language]}
              </option>
            ))}
          </select>
        </div>
        <div class="acts">
          <button class="btn main" name="do" value="save">
            {line ? texts.save : texts.addSubmit}
          </button>
          {line && (
            <button class="btn plain" name="do" value="remove">
              {texts.remove}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

/** A line that relies on a release which is no longer as it was published. */
function ChangedNotes({
  account,
  line,
  cited,
}: Pick<LinesPageProps, 'account' | 'cited'> & { line: StandardLine }) {
  const texts = linesTexts[account.language];
  const slugs = [...releasesIn(line.body), ...citedIn(line.body)];
  return (
    <>
      {cited
        .filter(({ slug, changedAt }) => changedAt !== null && slugs.includes(slug))
        .map(({ title, changedAt, isWithdrawn }) => (
          <p class="note bad">
            {fill(isWithdrawn ? texts.withdrawn : texts.changed, { title, when: dateline(changedAt!) })}
          </p>
        ))}
    </>
  );
}
