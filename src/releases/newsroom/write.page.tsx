import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { Changes } from './changes.js';
import { hasEnglish } from './content.js';
import { DeskShell } from './desk-shell.js';
import { inUiScript, when } from './desk-ui.js';
import { DiscardForm } from './discard-form.js';
import { EnglishFields, SerbianFields, SharedFields } from './fields.js';
import { AttachmentFields, PictureFields } from './file-fields.js';
import { newsroomTexts } from './newsroom.texts.js';
import { PreviewPane } from './preview-pane.js';
import type { WritePageProps } from './write-page-props.js';

/** A release being written: the list, the form, and the release as it will appear. */
export function WritePage(props: WritePageProps) {
  const { ui, desk, draft, content, names, others, problem } = props;
  const texts = newsroomTexts[ui.language];
  const inEnglish = problem?.fields?.[0]?.field.includes('En') ?? false;
  return (
    <DeskShell
      props={props}
      title={content.sr.title || texts.untitled}
      mid={
        <>
          <span role="status" id="saving">
            {fill(texts.savedAt, {
              when: when(ui, draft.editedAt),
              who: inUiScript(ui, names.get(draft.editedBy) ?? ''),
            })}
          </span>
        </>
      }
      actions={
        <>
          <button class="btn" form="release-form" name="do" value="save" aria-keyshortcuts="Control+s">
            {texts.save} <kbd aria-hidden="true">Ctrl+S</kbd>
          </button>
          <button
            class="btn main"
            form="release-form"
            name="do"
            value="submit"
            aria-keyshortcuts="Control+Enter"
          >
            {texts.submit} <kbd aria-hidden="true">Ctrl+↵</kbd>
          </button>
        </>
      }
    >
      <section class="draft" aria-labelledby="write-heading">
        <h2 id="write-heading" class="sr">
          {texts.write}
        </h2>
        <Trouble {...props} />
        <p class="note" id="others" role="status" hidden={others.length === 0} data-said={texts.alsoHere}>
          {others.length > 0 &&
            fill(texts.alsoHere, { names: others.map((name) => inUiScript(ui, name)).join(', ') })}
        </p>
        {draft.sentBackReason !== null && (
          <p class="note">
            {fill(texts.sentBack, {
              who: inUiScript(ui, names.get(draft.sentBackBy ?? '') ?? ''),
              reason: draft.sentBackReason,
            })}
          </p>
        )}
        <div class="acts">
          <fieldset class="seg">
            <legend class="sr">{texts.language}</legend>
            <label>
              <input type="radio" name="writing" id="write-sr" checked={!inEnglish} />
              {texts.cyrillic}
            </label>
            <label>
              <input type="radio" name="writing" id="write-en" checked={inEnglish} />
              {texts.english}
            </label>
          </fieldset>
          <span class="hint">{hasEnglish(content) ? texts.englishSome : texts.englishNone}</span>
        </div>
        <ReleaseForm {...props} />
        <div class="acts">
          <a class="btn" href={paths.newsroomPart(desk.id, 'history')}>
            {texts.history}
          </a>
        </div>
        <DiscardForm ui={ui} desk={desk} />
      </section>
      <PreviewPane {...props} />
    </DeskShell>
  );
}

function ReleaseForm(props: WritePageProps) {
  const { ui, desk, draft } = props;
  const texts = newsroomTexts[ui.language];
  const address = paths.newsroomRelease(desk.id);
  return (
    <form
      id="release-form"
      class="reply-form"
      method="post"
      action={address}
      aria-labelledby="write-heading"
      data-draft={`release:${desk.id}`}
      data-saved={texts.saved}
      data-saving={texts.saving}
      data-unsaved={texts.unsaved}
      novalidate
    >
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <input type="hidden" name="version" value={String(draft.version)} />
      {/* Enter in a field presses the first button of a form: that one saves. */}
      <button class="sr" name="do" value="save" tabindex={-1} aria-hidden="true">
        {texts.save}
      </button>
      <SerbianFields {...props} />
      <EnglishFields {...props} />
      <SharedFields {...props} />
      <PictureFields {...props} />
      <AttachmentFields {...props} />
    </form>
  );
}

/** What stands in the way, or the two texts that must be brought together. */
function Trouble({ ui, draft, content, names, problem, isConflict }: WritePageProps) {
  const texts = newsroomTexts[ui.language];
  const who = inUiScript(ui, names.get(draft.editedBy) ?? '');
  return (
    <>
      {problem !== undefined && (
        <div class="note bad" role="alert" id="problem" tabindex={-1}>
          <Icon name="alert" />
          <div>
            <p>
              <b>{problem.fields === undefined ? texts.refusedTitle : texts.problemTitle}.</b>{' '}
              {problem.message}
            </p>
            {problem.fields !== undefined && (
              <ul>
                {problem.fields.map(({ field, message }) => (
                  <li>
                    <a href={`#${field}`}>{message}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </div>
      )}
      {isConflict && (
        <section class="note bad conflict" role="alert" aria-labelledby="conflict-heading">
          <div>
            <h3 id="conflict-heading">{texts.conflict.title}</h3>
            <p>{fill(texts.conflict.lead, { who, when: when(ui, draft.editedAt) })}</p>
            <h3>{texts.conflict.difference}</h3>
            <Changes ui={ui} from={draft.content} to={content} />
            <details class="fold">
              <summary>{texts.conflict.theirs}</summary>
              <Theirs {...{ ui, content: draft.content }} />
            </details>
          </div>
        </section>
      )}
    </>
  );
}

const Theirs = ({ content }: Pick<WritePageProps, 'ui' | 'content'>) => (
  <>
    {[
      { words: content.sr, lang: 'sr-Cyrl' },
      { words: content.en, lang: 'en' },
    ].map(({ words, lang }) =>
      words.title + words.lead + words.body === '' ? null : (
        <div lang={lang}>
          <p>
            <b>{words.title}</b>
          </p>
          <p>{words.lead}</p>
          <pre class="theirs">{words.body}</pre>
        </div>
      ),
    )}
  </>
);
