import { fill } from '../../script/texts.js';
import { asset } from '../../web/assets.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { messageOf } from '../submission.texts.js';
import { ArrivedOn, errorInWords, PaperFields, WriterFields } from './post-fields.js';
import type { PostPageProps } from './post-page-props.js';
import { postTexts } from './post.texts.js';
import { ScanPane } from './scan-pane.js';

/** One paper letter beside its scan; the whole page is used without leaving the keyboard. */
export function PostPage(props: PostPageProps) {
  const { account } = props;
  const { language } = account;
  const texts = postTexts[language];
  return (
    <OfficePage
      account={account}
      language={language}
      title={texts.title}
      active="post"
      panes
      head={
        <>
          <meta name="csrf-token" content={account.csrfToken} />
          <script type="module" src={asset('post.js')} />
        </>
      }
    >
      <main class="entry" id="main">
        <ScanPane {...props} />
        <form
          class="form"
          id="entry"
          method="post"
          enctype="multipart/form-data"
          // The guard asks for the token before the files are read, so it goes in the address.
          action={`${paths.newPost}?_csrf=${encodeURIComponent(account.csrfToken)}`}
          aria-labelledby="entry-heading"
          novalidate
        >
          <input type="hidden" name="formToken" value={props.formToken} />
          {props.form.scan && <input type="hidden" name="scan" value={props.form.scan.id} />}
          <div class="page-head">
            <a class="btn plain" href={paths.inbox} aria-label={texts.back}>
              <Icon name="back" />
            </a>
            <h1 id="entry-heading" class="serif">
              {texts.title}
            </h1>
            <a class="btn" href={paths.post}>
              {fill(texts.pile, { count: props.waiting })}
            </a>
            {props.slips > 0 && (
              <a class="btn" href={paths.postSlips} target="_blank">
                <Icon name="print" /> {fill(texts.slips, { count: props.slips })}
              </a>
            )}
          </div>
          {props.isPileEmpty && (
            <p class="note" role="status">
              {texts.envelope.empty}
            </p>
          )}
          <Saved {...props} />
          <Problems {...props} />
          <div class="six">
            <ArrivedOn {...props} />
            <p class="hint s4 beside-field">{texts.arrivedHint}</p>
          </div>
          <WriterFields {...props} />
          <PaperFields {...props} />
          <div class="acts sticky-acts">
            <button class="btn main" name="do" value="save" aria-keyshortcuts="Control+Enter">
              {texts.save} <kbd aria-hidden="true">Ctrl ↵</kbd>
            </button>
            <span class="mid push keys-only">{texts.keys}</span>
          </div>
        </form>
      </main>
    </OfficePage>
  );
}

/** What was registered a moment ago: heard at once, with the ways on. */
function Saved({ account, saved }: PostPageProps) {
  if (saved === undefined) return null;
  const texts = postTexts[account.language].saved;
  const { reference, registerNumber: number, state, email } = saved;
  return (
    <div class="note" role="status" id="saved">
      <Icon name="check" />
      <div>
        <p>
          <b>
            {number === null
              ? fill(texts.follows, { reference })
              : fill(texts.heading, { number, reference })}
          </b>{' '}
          {state === 'details_needed' && texts.details} {email !== null && texts.emailed}
        </p>
        <p class="hint">{texts.stays}</p>
        <p class="acts">
          <a class="btn" href={paths.inboxLetter(reference)}>
            {texts.open}
          </a>
          {email === null && (
            <a class="btn" href={paths.postSlip(reference)} target="_blank">
              <Icon name="print" /> {texts.slip}
            </a>
          )}
        </p>
      </div>
    </div>
  );
}

function Problems(props: PostPageProps) {
  const { form, account } = props;
  const { errors, fileErrors, notice, entered } = form;
  const texts = postTexts[account.language];
  if (errors.length + fileErrors.length === 0 && !notice && !entered) return null;
  return (
    <div class="note bad" role="alert" id="problems" tabindex={-1}>
      <Icon name="alert" />
      <div>
        <p>
          <b>{texts.problem}</b>
        </p>
        {notice && <p>{texts.notices[notice]}</p>}
        {entered && (
          <>
            <p>{fill(texts.entered, { reference: entered })}</p>
            <p class="acts">
              <a class="btn" href={paths.inboxLetter(entered)}>
                {texts.saved.open}
              </a>
              <a class="btn" href={paths.newPost}>
                {texts.another}
              </a>
            </p>
          </>
        )}
        <ul>
          {errors.map((error) => (
            <li>
              <a href={`#${error.field}`}>{errorInWords(props, error)}</a>
            </li>
          ))}
          {fileErrors.map((error) => (
            <li>
              <a href="#attachments">{messageOf(account.language, error)}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
