import type { ComponentChildren } from 'preact';
import { BODY_LIMITS, BODY_ROUTES, type ComposedForwarding } from '../../replies/forwarding/forwarding.js';
import { textIn } from '../../script/texts.js';
import { type FieldAttributes, OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import { ReplyShell } from '../reply/reply-parts.js';
import { bodiesFor, type Entries } from './first-choice.js';
import { OTHER } from './forward.dto.js';
import { type ForwardPageProps, ForwardProblemNote, Papers } from './forward-parts.js';
import { Earlier } from './status-page.js';
import { forwardTexts } from './forward.texts.js';

export interface ChoicePageProps extends ForwardPageProps {
  entries: Entries;
  /** What would leave; undefined while the choice lacks something. */
  composed: ComposedForwarding | undefined;
  hasDraft: boolean;
}

/** Which body, why, how, with what; and both papers as they will leave. */
export function ChoicePage(props: ChoicePageProps) {
  const { ui } = props;
  const texts = forwardTexts[ui.language];
  return (
    <ReplyShell
      props={props}
      title={texts.title}
      actions={
        <button
          class="btn main"
          form="forward-form"
          name="do"
          value="forward"
          aria-keyshortcuts="Control+Enter"
        >
          {texts.send} <kbd aria-hidden="true">Ctrl+↵</kbd>
        </button>
      }
    >
      <div class="draft">
        <h2 id="forward-heading">{texts.heading}</h2>
        <ForwardProblemNote ui={ui} problem={props.problem} />
        <ForwardForm {...props} />
        <Earlier {...props} />
      </div>
      <ForwardOut {...props} />
    </ReplyShell>
  );
}

/** What the page's script asks for again after each change. */
export function ForwardOut({ ui, open, origin, composed }: ChoicePageProps) {
  const texts = forwardTexts[ui.language];
  return (
    <section class="out" id="out" aria-labelledby="out-heading" tabindex={0}>
      <h2 id="out-heading">{texts.out}</h2>
      {composed === undefined ? (
        <p class="mid">{texts.nothingYet}</p>
      ) : (
        <Papers ui={ui} letter={open.letter} origin={origin} papers={composed} />
      )}
    </section>
  );
}

function ForwardForm(props: ChoicePageProps) {
  const { ui, open, entries, composed, query } = props;
  const texts = forwardTexts[ui.language];
  const { letter } = open;
  return (
    <form
      id="forward-form"
      class="reply-form"
      method="post"
      action={paths.forwarding(letter.reference) + query}
      aria-labelledby="forward-heading"
      novalidate
    >
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <input type="hidden" name="fingerprint" value={composed?.fingerprint ?? ''} />
      {/* Enter in a field presses the first button of a form: that one only shows. */}
      <button class="sr" name="do" value="preview" tabindex={-1} aria-hidden="true">
        {texts.preview}
      </button>
      <Bodies {...props} />
      <fieldset class="field">
        <legend>{texts.route}</legend>
        <div class="seg">
          {BODY_ROUTES.map((route) => (
            <label>
              <input type="radio" name="route" value={route} checked={entries.route === route} />
              {texts.routes[route]}
            </label>
          ))}
        </div>
      </fieldset>
      <Why {...props} />
      <Along {...props} />
      {props.hasDraft && <p class="hint">{texts.draftStays}</p>}
      <div class="acts">
        <button class="btn" name="do" value="preview">
          {texts.preview}
        </button>
        <button class="btn main" name="do" value="forward">
          {texts.send}
        </button>
      </div>
    </form>
  );
}

function Bodies({ ui, open, entries, problem }: ChoicePageProps) {
  const texts = forwardTexts[ui.language];
  const { bodies } = ui.profile.forwarding;
  const fitting = bodiesFor(ui.profile, open.letter.category);
  const option = (code: string) => {
    const body = bodies.find((candidate) => candidate.code === code)!;
    return (
      <option value={code} selected={entries.body === code}>
        {textIn(ui.language, body.name)}
      </option>
    );
  };
  const rest = bodies.map(({ code }) => code).filter((code) => !fitting.includes(code));
  return (
    <>
      <Field {...{ problem }} name="body" label={texts.body}>
        {(attributes) => (
          <select {...attributes}>
            {entries.body === '' && <option value="">{texts.choose}</option>}
            {fitting.length > 0 && <optgroup label={texts.suggested}>{fitting.map(option)}</optgroup>}
            {rest.length > 0 && <optgroup label={texts.others}>{rest.map(option)}</optgroup>}
            <option value={OTHER} selected={entries.body === OTHER}>
              {texts.other}
            </option>
          </select>
        )}
      </Field>
      <fieldset class="seal only-other">
        <legend>{texts.typed}</legend>
        <Field {...{ problem }} name="name" label={texts.name}>
          {(attributes) => (
            <input {...attributes} value={entries.name} maxlength={BODY_LIMITS.name} autocomplete="off" />
          )}
        </Field>
        <Field {...{ problem }} name="email" label={texts.email}>
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              value={entries.email}
              maxlength={BODY_LIMITS.email}
              autocomplete="off"
            />
          )}
        </Field>
        <Field {...{ problem }} name="address" label={texts.address} hint={texts.addressHint}>
          {(attributes) => (
            <textarea {...attributes} rows={3} maxlength={BODY_LIMITS.address}>
              {`\n${entries.address}`}
            </textarea>
          )}
        </Field>
      </fieldset>
    </>
  );
}

function Why({ ui, open, entries, problem }: ChoicePageProps) {
  const texts = forwardTexts[ui.language];
  return (
    <>
      <Field {...{ problem }} name="why" label={texts.why} hint={texts.whyHint}>
        {(attributes) => (
          <select {...attributes}>
            <option value="body" selected={entries.why === 'body'}>
              {texts.whyBody}
            </option>
            {ui.profile.forwarding.reasons.map((reason, index) => (
              <option value={String(index)} selected={entries.why === String(index)}>
                {textIn(ui.language, reason)}
              </option>
            ))}
            <option value="own" selected={entries.why === 'own'}>
              {texts.whyOwn}
            </option>
          </select>
        )}
      </Field>
      <div class="only-own">
        <Field {...{ problem }} name="own" label={texts.own} hint={texts.ownHint}>
          {(attributes) => (
            <textarea {...attributes} rows={2} maxlength={BODY_LIMITS.why} lang="sr">
              {`\n${entries.own}`}
            </textarea>
          )}
        </Field>
        {open.letter.language === 'en' && (
          <Field {...{ problem }} name="ownEnglish" label={texts.ownEnglish}>
            {(attributes) => (
              <textarea {...attributes} rows={2} maxlength={BODY_LIMITS.why} lang="en">
                {`\n${entries.ownEnglish}`}
              </textarea>
            )}
          </Field>
        )}
      </div>
    </>
  );
}

/** What goes along: the letter always, of its attachments what is ticked. */
function Along({ ui, open, entries }: ChoicePageProps) {
  const texts = forwardTexts[ui.language];
  const { attachments, letter } = open;
  const chosen = entries.attachment.split(' ');
  return (
    <fieldset class="field">
      <legend>{texts.attachments}</legend>
      <p class="hint">
        {texts.letterGoes}{' '}
        <a href={paths.forwardingPart(letter.reference, 'letter.pdf')}>{texts.letterPdf}</a>
        {attachments.length === 0 && `. ${texts.noAttachments}`}
      </p>
      {attachments.map(({ position, name }) => (
        <label class="check">
          <input
            type="checkbox"
            name="attachment"
            value={String(position)}
            checked={chosen.includes(String(position))}
          />
          <span class="clip-name">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Field({
  name,
  problem,
  ...shown
}: {
  name: keyof Entries;
  label: string;
  hint?: string;
  problem: ForwardPageProps['problem'];
  children: (attributes: FieldAttributes) => ComponentChildren;
}) {
  const error = problem?.errors.find(({ field }) => field === name)?.message;
  return <OfficeField id={`forward-${name}`} name={name} error={error} {...shown} />;
}
