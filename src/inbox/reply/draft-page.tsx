import { fingerprintOf } from '../../replies/fingerprint.js';
import { recipientOf, routesTo } from '../../replies/recipient.js';
import { salutations } from '../../replies/salutations.js';
import { LIMITS, type ReplyContent, type Route } from '../../replies/reply.js';
import { fill, type Language, LANGUAGES, textIn } from '../../script/texts.js';
import { FormatBar } from '../../web/components/format-bar.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { CallPanel } from './call-panel.js';
import { ChangedCitations } from './changed-citations.js';
import { Leaf } from './leaf.js';
import { Print, Problem, type ReplyPageProps, ReplyShell, Steps } from './reply-parts.js';
import { replyPageTexts } from './reply.texts.js';

export interface DraftPageProps extends ReplyPageProps {
  /** What stands in the fields: what was saved, or what was entered and refused. */
  shown: ReplyContent;
  /** Standard lines, filled for this letter, and releases as links. */
  lines: { name: string; text: string }[];
  releases: { name: string; text: string }[];
  /** Who writes it now, when that is somebody else. */
  writer: string | undefined;
  /** What was saved by somebody else meanwhile. */
  theirs?: ReplyContent;
}

/** The reply being written: the letter, the form, and the reply as it will leave. */
export function DraftPage(props: DraftPageProps) {
  const { ui, open, writer, theirs } = props;
  const texts = replyPageTexts[ui.language];
  return (
    <ReplyShell
      props={props}
      actions={
        <button
          class="btn main"
          form="reply-form"
          name="do"
          value="submit"
          aria-keyshortcuts="Control+Enter"
          disabled={writer !== undefined}
        >
          {open.needsApproval ? texts.send : texts.finish} <kbd aria-hidden="true">Ctrl+↵</kbd>
        </button>
      }
    >
      <div class="draft">
        <h2 id="draft-heading">{texts.draft}</h2>
        <Problem ui={ui} problem={props.problem} />
        {writer !== undefined && <Locked {...props} writer={writer} />}
        <ChangedCitations {...props} reference={open.letter.reference} from="reply" />
        <SentBack {...props} />
        <ReplyForm {...props} />
        {theirs && (
          <section class="note" aria-labelledby="theirs-heading">
            <div>
              <h3 id="theirs-heading">{texts.problems.theirs}</h3>
              <p>
                <b>{theirs.subject}</b>
              </p>
              <pre class="theirs">{theirs.body}</pre>
            </div>
          </section>
        )}
        <Attachments {...props} />
        <CallPanel {...props} />
      </div>
      <OutSection {...props} />
    </ReplyShell>
  );
}

/** What the editor's script asks for again after each save. */
export function OutSection({ ui, open, shown, origin }: DraftPageProps) {
  const texts = replyPageTexts[ui.language];
  const { reply, letter } = open;
  const sentence =
    reply?.state === 'approved' && fingerprintOf(shown) === reply.fingerprint
      ? texts.approvedPrint
      : texts.notYetApproved;
  return (
    <section class="out" id="out" aria-labelledby="out-heading" tabindex={0}>
      <h2 id="out-heading">{texts.out}</h2>
      <Steps ui={ui} open={open} />
      <div class="seal">
        <p>
          <Print sentence={sentence} fingerprint={fingerprintOf(shown)} />
        </p>
        <p class="hint">
          {reply?.reviewed && (
            <>
              <Print sentence={texts.reviewedPrint} fingerprint={fingerprintOf(reply.reviewed)} />{' '}
            </>
          )}
          {open.needsApproval ? texts.binding : texts.noApproval}
        </p>
      </div>
      <Leaf ui={ui} letter={letter} content={shown} origin={origin} />
    </section>
  );
}

function Locked({ ui, open, query, writer }: DraftPageProps & { writer: string }) {
  const texts = replyPageTexts[ui.language];
  return (
    <form
      class="note"
      id="locked"
      method="post"
      action={paths.replyPart(open.letter.reference, 'lock') + query}
    >
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <Icon name="lock" />
      <div>
        <p>
          <b>{fill(texts.lockedBy, { who: writer })}</b> {texts.lockedNote}
        </p>
        <div class="acts">
          <button class="btn">{texts.takeOver}</button>
        </div>
      </div>
    </form>
  );
}

function SentBack({ ui, open: { reply }, names }: DraftPageProps) {
  if (!reply?.sentBackReason || reply.state !== 'draft') return null;
  return (
    <div class="note">
      <Icon name="pen" />
      <div>
        <p>
          <b>
            {fill(replyPageTexts[ui.language].sentBack, { who: names.get(reply.sentBackBy ?? '') ?? '' })}
          </b>
        </p>
        <p class="kept-lines">{reply.sentBackReason}</p>
      </div>
    </div>
  );
}

function ReplyForm({ ui, open, shown, query, lines, releases, writer }: DraftPageProps) {
  const texts = replyPageTexts[ui.language];
  const { letter, reply } = open;
  const isReadOnly = writer !== undefined;
  const routes = routesTo(letter);
  return (
    <form
      id="reply-form"
      class="reply-form"
      method="post"
      action={paths.reply(letter.reference) + query}
      aria-labelledby="draft-heading"
      data-draft={`reply:${letter.reference}`}
      data-saved={texts.saved}
      data-saving={texts.saving}
      data-unsaved={texts.unsaved}
    >
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <input type="hidden" name="version" value={String(reply?.version ?? 0)} />
      {/* Enter in a field presses the first button of a form: that one saves. */}
      <button class="sr" name="do" value="save" tabindex={-1} aria-hidden="true" disabled={isReadOnly}>
        {texts.save}
      </button>
      <div class="pair">
        <div class="field">
          <label for="route">{texts.to}</label>
          <select id="route" name="route" disabled={isReadOnly}>
            {routes.map((route) => (
              <option value={route} selected={route === shown.route}>
                {fill(texts.routes[route], { recipient: oneLine(recipientOf(letter, route) ?? '') })}
              </option>
            ))}
            {routes.length === 0 && <option value="post">{texts.noRoute}</option>}
          </select>
        </div>
        <div class="field">
          <label for="salutation">{texts.salutation}</label>
          <input
            id="salutation"
            name="salutation"
            list="salutations"
            value={shown.salutation}
            lang={shown.language}
            maxlength={LIMITS.salutation}
            autocomplete="off"
            readonly={isReadOnly}
            aria-describedby="salutation-hint"
          />
          <datalist id="salutations">
            {salutations(letter, shown.language).map((form) => (
              <option value={form} />
            ))}
          </datalist>
          <p class="hint" id="salutation-hint">
            {texts.salutationHint}
          </p>
        </div>
      </div>
      <div class="field">
        <label for="subject">{texts.subject}</label>
        <input
          id="subject"
          name="subject"
          value={shown.subject}
          lang={shown.language}
          maxlength={LIMITS.subject}
          autocomplete="off"
          readonly={isReadOnly}
        />
      </div>
      <div class="editor">
        <FormatBar
          label={texts.format}
          text="body"
          buttons={[
            { label: texts.bold, shown: <b>B</b>, mark: '**', keys: 'Control+b' },
            { label: texts.italic, shown: <em class="serif">I</em>, mark: '*', keys: 'Control+i' },
            { label: texts.list, prefix: '- ' },
          ]}
        >
          <fieldset class="seg push">
            <legend class="sr">{texts.script}</legend>
            {LANGUAGES.map((language: Language) => (
              <label>
                <input
                  type="radio"
                  name="language"
                  value={language}
                  checked={language === shown.language}
                  disabled={isReadOnly}
                />
                {texts.scripts[language]}
              </label>
            ))}
          </fieldset>
          <button class="btn plain" name="do" value="convert" disabled={isReadOnly}>
            {texts.convert}
          </button>
        </FormatBar>
        <textarea
          id="body"
          name="body"
          aria-label={texts.body}
          lang={shown.language}
          maxlength={LIMITS.body}
          rows={14}
          readonly={isReadOnly}
          spellcheck
        >
          {/* A first line break of a textarea's content is not part of it. */}
          {`\n${shown.body}`}
        </textarea>
        <p class="count">
          <span role="status" id="saving" />
          <span class="hint">{texts.bodyHint}</span>
          <span>{fill(texts.signature, { department: textIn(ui.language, ui.profile.department) })}</span>
        </p>
      </div>
      <div class="field">
        <label for="insert">
          {texts.lines} <span class="hint keys-only">{texts.linesHint}</span>
        </label>
        <div class="acts">
          <select id="insert" name="insert" disabled={isReadOnly}>
            <option value="">{texts.choose}</option>
            {lines.length > 0 && (
              <optgroup label={texts.lines}>
                {lines.map(({ name, text }, index) => (
                  <option value={`line:${index}`} data-text={text}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
            {releases.length > 0 && (
              <optgroup label={texts.release}>
                {releases.map(({ name, text }, index) => (
                  <option value={`release:${index}`} data-text={text}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
          <button class="btn" name="do" value="insert" disabled={isReadOnly}>
            {texts.insert}
          </button>
          <a href={paths.standardLines}>{texts.linesEdit}</a>
        </div>
      </div>
      <div class="acts">
        <button class="btn" name="do" value="save" disabled={isReadOnly}>
          {texts.save}
        </button>
        {reply && (
          <button class="btn plain" name="do" value="discard" disabled={isReadOnly}>
            {texts.discard}
          </button>
        )}
      </div>
    </form>
  );
}

function Attachments({ ui, open, query, writer }: DraftPageProps) {
  const texts = replyPageTexts[ui.language];
  const { reply, letter } = open;
  if (reply === undefined) return null;
  return (
    <section class="clips" aria-labelledby="reply-attachments">
      <h2 id="reply-attachments">{texts.attachments}</h2>
      <ul>
        {reply.attachments.map(({ name, sha256 }) => (
          <li>
            <form
              class="clip"
              method="post"
              action={paths.replyPart(letter.reference, 'removed-attachments') + query}
            >
              <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
              <input type="hidden" name="version" value={String(reply.version)} />
              <input type="hidden" name="sha256" value={sha256} />
              <Icon name="clip" />
              <span class="clip-name">{name}</span>
              <button
                class="btn plain"
                aria-label={fill(texts.detach, { name })}
                disabled={writer !== undefined}
              >
                <Icon name="cross" />
              </button>
            </form>
          </li>
        ))}
      </ul>
      {writer === undefined && (
        <div class="field">
          <label for="reply-files">{texts.attach}</label>
          <p class="hint" id="reply-files-hint">
            {texts.attachHint}
          </p>
          <input
            id="reply-files"
            type="file"
            multiple
            aria-describedby="reply-files-hint"
            data-upload={`${paths.replyPart(letter.reference, 'attachments')}?version=${reply.version}${query.replace('?', '&')}`}
          />
        </div>
      )}
    </section>
  );
}

const oneLine = (text: string) => text.split('\n').slice(-2).join(', ');

/** What an empty editor begins with: the writer's own language and the way they asked for. */
export const blank = (route: Route | undefined, language: Language, recipient: string): ReplyContent => ({
  ...{ route: route ?? 'post', recipient, language },
  ...{ salutation: '', subject: '', body: '', attachments: [] },
});
