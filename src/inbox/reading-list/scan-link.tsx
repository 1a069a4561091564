import type { KeptScan } from '../../letters/reading-list/annotation-scan.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import { readingListTexts } from './reading-list.texts.js';

/** The paper on which the head of state wrote, to be saved. */
export function ScanLink({
  ui,
  reference,
  event,
  scan,
}: {
  ui: Ui;
  reference: string;
  event: string;
  scan: KeptScan;
}) {
  return (
    <a href={paths.annotationScan(reference, event)} download>
      <Icon name="clip" /> {readingListTexts[ui.language].paper} ({scan.name})
    </a>
  );
}
