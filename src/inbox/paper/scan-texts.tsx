import type { ScanText } from '../../letters/paper/text/scan-text.queries.js';
import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { KEEPERS } from '../quarantine/quarantine-roles.js';
import type { Ui } from '../ui.js';
import { paragraphs, writingOf } from '../writing.js';
import { paperTexts } from './paper.texts.js';

/** What a machine read in the scans: folded, and never without saying who read it. */
export function ScanTextsPart({
  ui,
  texts: scans,
  reference,
}: {
  ui: Ui;
  texts: readonly ScanText[];
  reference: string;
}) {
  const own = paperTexts[ui.language].recognised;
  return (
    <>
      {scans.map((scan) => (
        <>
          {scan.text !== '' && (
            <details class="fold">
              <summary>
                {fill(own.heading, { name: scan.name })} ({fill(own.sure, { share: scan.confidence ?? 0 })})
              </summary>
              <p class="hint">{own.warning}</p>
              <div class="words" lang={writingOf(scan.text)}>
                {paragraphs(scan.text).map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
              </div>
            </details>
          )}
          <Trouble {...{ ui, scan, reference }} />
        </>
      ))}
    </>
  );
}

function Trouble({ ui, scan, reference }: { ui: Ui; scan: ScanText; reference: string }) {
  const own = paperTexts[ui.language].recognised;
  const { name, state, reason, text } = scan;
  if (state === 'pending' || state === 'leased') return <p class="hint">{fill(own.waits, { name })}</p>;
  if (state === 'done' && reason === null)
    return text === '' ? <p class="hint">{fill(own.nothing, { name })}</p> : null;
  const why = own.reasons[reason ?? 'failed'];
  return (
    <form
      method="post"
      action={paths.scanTextAgain(reference, scan.position)}
      class="acts"
      data-turbo="false"
    >
      <span class="hint">{fill(own.unread, { name, why })}</span>
      {ui.account.roles.some((role) => KEEPERS.includes(role)) && (
        <>
          <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
          <button class="btn">{own.again}</button>
        </>
      )}
    </form>
  );
}
