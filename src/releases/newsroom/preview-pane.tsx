import { fill, LANGUAGES } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { ReleaseCorrection } from '../extras.queries.js';
import { ReleaseArticle } from '../pages/release-article.js';
import { moveFrom } from '../release.states.js';
import { fingerprintOf, type ReleaseContent, shortPrint } from './content.js';
import { type DeskUi, when } from './desk-ui.js';
import { EmergencyForm } from './emergency-form.js';
import type { DeskRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';
import { plannedTime } from './planned-time.js';
import { previewOf } from './preview.js';

export interface PreviewProps {
  ui: DeskUi;
  desk: DeskRow;
  content: ReleaseContent;
  corrections: ReleaseCorrection[];
}

/** The release as readers will see it, in all three versions; which one is seen is the reader's choice above it. */
export function PreviewPane(props: PreviewProps) {
  const { ui, desk } = props;
  const texts = newsroomTexts[ui.language];
  return (
    <section class="out" id="out" aria-labelledby="out-heading" tabindex={0}>
      <div class="acts">
        <h2 id="out-heading">{desk.draft === null ? texts.previewNow : texts.preview}</h2>
        <fieldset class="seg push">
          <legend class="sr">{texts.previewScript}</legend>
          {LANGUAGES.map((language) => (
            <label>
              <input
                type="radio"
                name="preview"
                id={`preview-${language}`}
                checked={language === 'sr-Cyrl'}
              />
              {texts.previews[language]}
            </label>
          ))}
        </fieldset>
      </div>
      <div id="drawn">
        <Drawn {...props} />
      </div>
    </section>
  );
}

/** What the writer's script asks for again after each save. */
export function Drawn({ ui, desk, content, corrections }: PreviewProps) {
  const texts = newsroomTexts[ui.language];
  const { timeZone } = ui.profile;
  const fingerprint = fingerprintOf(content);
  return (
    <>
      {desk.draft !== null && desk.state !== 'discarded' && (
        <div class="seal">
          <Steps ui={ui} desk={desk} content={content} />
          <p>
            <Print
              sentence={desk.state === 'scheduled' ? texts.printApproved : texts.print}
              fingerprint={fingerprint}
            />
          </p>
          <p class="hint">{texts.binding}</p>
        </div>
      )}
      {LANGUAGES.map((language) => (
        <div class={`leaf release-leaf only-${language}`} lang={language}>
          <ReleaseArticle
            language={language}
            origin={ui.origin}
            timeZone={timeZone}
            release={previewOf(desk, content, { language, timeZone, corrections })}
            heading="h3"
            fileAddress={(sha256) => paths.newsroomFile(desk.id, sha256)}
          />
          <p class="leaf-whole">
            <a href={`${paths.newsroomPart(desk.id, 'preview')}?language=${language}`}>{texts.wholePage}</a>
          </p>
        </div>
      ))}
      {desk.draft !== null && moveFrom(desk.state, 'emergency') !== undefined && (
        <EmergencyForm ui={ui} desk={desk} fingerprint={fingerprint} />
      )}
    </>
  );
}

/** Draft, second pair of eyes, publication: which of them is the present one. */
function Steps({ ui, desk, content }: Pick<PreviewProps, 'ui' | 'desk' | 'content'>) {
  const texts = newsroomTexts[ui.language];
  const planned = plannedTime(content.planned, ui.profile.timeZone, new Date());
  const at = desk.goesOutAt ?? (planned.kind === 'at' && desk.publishedAt === null ? planned.at : undefined);
  const names = [
    texts.step.draft,
    texts.step.review,
    at === undefined ? texts.step.out : fill(texts.step.outAt, { when: when(ui, at) }),
  ];
  const reached = desk.state === 'scheduled' ? 2 : desk.draft?.submittedAt ? 1 : 0;
  return (
    <ol class="steps" aria-label={texts.steps}>
      {names.map((name, index) => (
        <li
          class={index < reached ? 'done' : undefined}
          aria-current={index === reached ? 'step' : undefined}
        >
          <b>{index + 1}</b>
          {name}
        </li>
      ))}
    </ol>
  );
}

/** A fingerprint in words whose code stands out. */
export function Print({ sentence, fingerprint }: { sentence: string; fingerprint: string }) {
  const [before, after] = sentence.split('{print}');
  return (
    <>
      {before}
      <span class="print-code">{shortPrint(fingerprint)}</span>
      {after}
    </>
  );
}
