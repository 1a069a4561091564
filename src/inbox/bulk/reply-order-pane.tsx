import type { LetterView } from '../../letters/letter.view.js';
import { type BulkReply, mergedFor } from '../../replies/bulk/bulk-reply.js';
import { shortPrint } from '../../replies/fingerprint.js';
import { LINE_FIELDS } from '../../replies/line-fields.js';
import { LIMITS } from '../../replies/reply.js';
import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { Leaf } from '../reply/leaf.js';
import { categoryPath, type Ui } from '../ui.js';
import { writingOf } from '../writing.js';
import { bulkTexts, lettersOf } from './bulk.texts.js';
import type { Picked } from './bulk-selection.js';
import { PickedFields } from './order-pane.js';
import { replyOrderTexts } from './reply-order.texts.js';

/** A letter that the text can be shown for. */
export interface Sample {
  reference: string;
  name: string;
}

export interface ReplyOrderPaneProps {
  ui: Ui;
  picked: Picked;
  count: number;
  query: string;
  /** What stands in the fields, by their names. */
  values: Record<string, string>;
  samples: readonly Sample[];
  /** The letter that the preview shows. */
  shown: LetterView | undefined;
  text: BulkReply;
  origin: string;
  problems: readonly string[];
}

/** The text of a bulk reply, and how it leaves to one of the letters. */
export function ReplyOrderPane(props: ReplyOrderPaneProps) {
  const { ui, count, query, values, samples, problems } = props;
  const texts = replyOrderTexts[ui.language];
  return (
    <section class="letter" aria-labelledby="order-heading">
      <form class="sheet" method="post" action={paths.bulk + query} aria-labelledby="order-heading">
        <header class="sheet-head">
          <h2 id="order-heading">{texts.heading}</h2>
          <p class="facts">
            <b>{lettersOf(ui.language, count)}</b>
          </p>
        </header>
        {problems.length > 0 && (
          <div class="note bad" role="alert" id="problem" tabindex={-1}>
            <ul>
              {problems.map((problem) => (
                <li>{problem}</li>
              ))}
            </ul>
          </div>
        )}
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="do" value="reply" />
        <PickedFields picked={props.picked} />
        <div class="order wide">
          <TextFields ui={ui} values={values} suffix="" lang="sr-Cyrl" />
          <details open={values.bodyEn !== '' || undefined}>
            <summary>{texts.english}</summary>
            <TextFields ui={ui} values={values} suffix="En" lang="en" />
          </details>
          <div class="field">
            <label for="reply-category">{texts.category}</label>
            <select id="reply-category" name="category">
              <option value="">{texts.leave}</option>
              {ui.profile.categories.map(({ code }) => (
                <option value={code} selected={code === values.category}>
                  {categoryPath(ui, code)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="reply-shown">{texts.preview}</label>
            <div class="acts">
              <select id="reply-shown" name="shown">
                {samples.map(({ reference, name }) => (
                  <option value={reference} selected={reference === props.shown?.reference}>
                    {name}, {reference}
                  </option>
                ))}
              </select>
              <button class="btn" name="press" value="preview">
                {texts.show}
              </button>
            </div>
          </div>
        </div>
        <div class="acts">
          <button class="btn main" name="press" value="order" aria-keyshortcuts="Control+Enter">
            {texts.send} <kbd aria-hidden="true">Ctrl+↵</kbd>
          </button>
          <a class="btn plain" href={paths.inbox + query}>
            {bulkTexts[ui.language].back}
          </a>
        </div>
        <p class="hint">{texts.sendHint}</p>
        <Merged {...props} />
      </form>
    </section>
  );
}

function TextFields({
  ui,
  values,
  suffix,
  lang,
}: {
  ui: Ui;
  values: Record<string, string>;
  suffix: '' | 'En';
  lang: string;
}) {
  const texts = replyOrderTexts[ui.language];
  const id = (name: string) => `reply-${name}${suffix}`;
  return (
    <fieldset class="field">
      <legend class="legend">{suffix === '' ? texts.serbian : texts.english}</legend>
      <p class="hint">{suffix === '' ? texts.serbianHint : texts.englishHint}</p>
      <div class="field">
        <label for={id('salutation')}>{texts.salutation}</label>
        <p class="hint" id={id('salutation-hint')}>
          {texts.salutationHint}
        </p>
        <input
          id={id('salutation')}
          name={`salutation${suffix}`}
          value={values[`salutation${suffix}`]}
          lang={lang}
          maxlength={LIMITS.salutation}
          aria-describedby={id('salutation-hint')}
          autocomplete="off"
        />
      </div>
      <div class="field">
        <label for={id('subject')}>{texts.subject}</label>
        <input
          id={id('subject')}
          name={`subject${suffix}`}
          value={values[`subject${suffix}`]}
          lang={lang}
          maxlength={LIMITS.subject}
          autocomplete="off"
        />
      </div>
      <div class="field">
        <label for={id('body')}>{texts.body}</label>
        <p class="hint" id={id('body-hint')}>
          {fill(texts.fields, { names: LINE_FIELDS.map((name) => `{{${name}}}`).join(' ') })}
        </p>
        <textarea
          id={id('body')}
          name={`body${suffix}`}
          rows={8}
          lang={lang}
          maxlength={LIMITS.body}
          aria-describedby={id('body-hint')}
        >
          {values[`body${suffix}`]}
        </textarea>
      </div>
    </fieldset>
  );
}

/** The text as it leaves to one letter; or why it does not. */
export function Merged({
  ui,
  shown,
  text,
  origin,
}: Pick<ReplyOrderPaneProps, 'ui' | 'shown' | 'text' | 'origin'>) {
  if (shown === undefined) return null;
  const texts = replyOrderTexts[ui.language];
  const content = mergedFor(shown, text);
  return (
    <section class="out" aria-labelledby="merged-heading">
      <h2 id="merged-heading">
        {texts.out}:{' '}
        <span lang={writingOf(shown.surname)}>
          {shown.name} {shown.surname}
        </span>
      </h2>
      {typeof content === 'string' ? (
        <p class="note">{texts.noReply[content]}</p>
      ) : (
        <Leaf ui={ui} letter={shown} content={content} origin={origin} />
      )}
    </section>
  );
}

/** What an approver reads and decides on; whoever ordered it sees the same. */
export function ReplyReview({
  ui,
  jobId,
  count,
  fingerprint,
  mayApprove,
  mayChange,
  samples,
  query,
  ...merged
}: Pick<ReplyOrderPaneProps, 'ui' | 'shown' | 'text' | 'origin' | 'samples' | 'query' | 'count'> & {
  jobId: string;
  fingerprint: string | null;
  mayApprove: boolean;
  /** Sent back to this officer, who may order it again. */
  mayChange: boolean;
}) {
  const texts = replyOrderTexts[ui.language];
  const [before, after] = fill(texts.print, { count: lettersOf(ui.language, count), print: '\u0000' }).split(
    '\u0000',
  );
  return (
    <>
      {fingerprint !== null && (
        <p class="seal">
          <span>
            {before}
            <span class="print-code">{shortPrint(fingerprint)}</span>
            {after}
          </span>
        </p>
      )}
      <form class="acts" action={paths.bulkJob(jobId)}>
        <label for="shown">{texts.preview}</label>
        <select id="shown" name="shown">
          {samples.map(({ reference, name }) => (
            <option value={reference} selected={reference === merged.shown?.reference}>
              {name}, {reference}
            </option>
          ))}
        </select>
        <button class="btn">{texts.show}</button>
      </form>
      <Merged ui={ui} {...merged} />
      {mayApprove && (
        <div class="order">
          <form method="post" action={paths.bulkJobPart(jobId, 'approval') + query}>
            <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
            <input type="hidden" name="fingerprint" value={fingerprint ?? ''} />
            <button class="btn main">{texts.approve}</button>
          </form>
          <form class="field" method="post" action={paths.bulkJobPart(jobId, 'returns') + query}>
            <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
            <label for="return-reason">{texts.why}</label>
            <input id="return-reason" name="reason" required maxlength={500} autocomplete="off" />
            <button class="btn">{texts.sendBack}</button>
          </form>
        </div>
      )}
      {mayChange && (
        <a class="btn main" href={`${paths.newBulk}?do=reply&again=${jobId}`}>
          {texts.again}
        </a>
      )}
    </>
  );
}
