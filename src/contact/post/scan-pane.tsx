import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { PostPageProps } from './post-page-props.js';
import { postTexts } from './post.texts.js';
import { KeptScan } from './scan-list.js';

/** Beside the form: the envelope of the pile that is entered, and the scans that are dropped for this letter alone. */
export function ScanPane(props: PostPageProps) {
  const { account, form } = props;
  const texts = postTexts[account.language];
  return (
    <section
      class="scan"
      aria-labelledby="scan-heading"
      tabindex={0}
      data-drop={paths.postScans}
      data-uploading={texts.scan.uploading}
      data-failed={texts.scan.failed}
    >
      {form.scan === undefined ? (
        <>
          <p id="scan-heading">
            <b>{texts.scan.heading}</b>
          </p>
          <Dropped {...props} />
        </>
      ) : (
        <>
          <Envelope {...props} />
          <details class="fold" open={form.kept.length > 0}>
            <summary>{texts.envelope.add}</summary>
            <Dropped {...props} />
          </details>
        </>
      )}
    </section>
  );
}

/** Scans of this letter: dropped, or chosen from a list of files. */
function Dropped({ account, form, tokenOf }: PostPageProps) {
  const { language } = account;
  const texts = postTexts[language].scan;
  return (
    <>
      <div class="drop field">
        <label for="attachments">{texts.choose}</label>
        <p class="hint" id="attachments-hint">
          {texts.drop} {texts.limits}
        </p>
        <input
          id="attachments"
          name="attachments"
          type="file"
          multiple
          accept=".pdf,.jpg,.jpeg,.png,.heic"
          aria-describedby="attachments-hint"
          form="entry"
        />
      </div>
      <p role="status" id="scan-status" />
      <ul class="kept-scans" id="kept-scans" aria-label={texts.kept}>
        {form.kept.map((file) => (
          <KeptScan language={language} file={file} token={tokenOf(file)} />
        ))}
      </ul>
    </>
  );
}

function Envelope({ account, form }: PostPageProps) {
  const texts = postTexts[account.language].envelope;
  const scan = form.scan!;
  const count = scan.pages.length;
  return (
    <>
      <div class="acts">
        <b id="scan-heading">{fill(texts.heading, { position: scan.position, count: scan.envelopes })}</b>{' '}
        <span class="mid">{scan.pileName}</span>
        <a class="btn push" href={paths.postPilePart(scan.id, 'scan')} target="_blank">
          {texts.open}
        </a>
        {count > 0 && (
          <button
            type="button"
            class="btn keys-only"
            id="zoom"
            aria-pressed="false"
            aria-keyshortcuts="Alt+z"
          >
            {texts.zoom} <kbd aria-hidden="true">Alt Z</kbd>
          </button>
        )}
      </div>
      {count > 1 && <p class="hint keys-only">{texts.turn}</p>}
      {count === 0 && <p class="note">{texts.none}</p>}
      {scan.pages.map(({ width, height }, index) => (
        <figure class="sheet-page">
          <img
            src={paths.postPage(scan.id, index + 1)}
            alt={fill(texts.image, { page: index + 1, count })}
            {...(width > 0 && { width, height })}
            loading={index > 1 ? 'lazy' : undefined}
          />
          {count > 1 && <figcaption class="mid">{fill(texts.page, { page: index + 1, count })}</figcaption>}
        </figure>
      ))}
      <details class="fold">
        <summary>{texts.aside}</summary>
        <form method="post" action={paths.postPilePart(scan.id, 'aside')} class="stack">
          <input type="hidden" name="_csrf" value={account.csrfToken} />
          <div class="field">
            <label for="aside-reason">{texts.reason}</label>
            <input id="aside-reason" name="reason" required maxlength={500} autocomplete="off" />
          </div>
          <div>
            <button class="btn">{texts.aside}</button>
          </div>
        </form>
      </details>
    </>
  );
}
