import { dayInWords } from '../../calendar/dates.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { PaperFacts } from '../../letters/paper/paper.queries.js';
import type { ScanText } from '../../letters/paper/text/scan-text.queries.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { KEEPERS } from '../quarantine/quarantine-roles.js';
import type { Ui } from '../ui.js';
import { paperTexts } from './paper.texts.js';
import { ScanTextsPart } from './scan-texts.js';

/** Below a letter that came on paper: when its envelope arrived, and what its sender wrote on it. */
export function LetterPaperPart({
  ui,
  paper,
  letter,
}: {
  ui: Ui;
  paper: (PaperFacts & { texts: readonly ScanText[] }) | undefined;
  letter: LetterView;
}) {
  if (paper === undefined) return null;
  const texts = paperTexts[ui.language];
  const { senderNumber, senderDate, enclosures } = paper;
  const facts = [
    ...(senderNumber === null ? [] : [[texts.senderNumber, senderNumber]]),
    ...(senderDate === null ? [] : [[texts.senderDate, dayInWords(senderDate)]]),
    ...(enclosures === null ? [] : [[texts.enclosures, String(enclosures)]]),
  ];
  const mayPrint = ui.account.roles.some((role) => KEEPERS.includes(role));
  return (
    <section class="mailings" aria-labelledby="paper-heading">
      <h2 id="paper-heading">{texts.heading}</h2>
      <p>
        {[
          fill(texts.arrived, { day: dayInWords(paper.arrivedOn) }),
          ...facts.map((fact) => fact.join(': ')),
        ].join('; ')}
        .
      </p>
      <ScanTextsPart ui={ui} texts={paper.texts} reference={letter.reference} />
      {mayPrint && letter.email === null && (
        <p class="acts">
          <a class="btn" href={paths.postSlip(letter.reference)} target="_blank" data-turbo="false">
            <Icon name="print" /> {texts.slip}
          </a>
        </p>
      )}
    </section>
  );
}
