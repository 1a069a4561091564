import type { OfficeProfile } from '../../../src/config/office-profile.js';
import type { Language } from '../../../src/script/texts.js';
import { Button, ButtonGroup } from '../../../src/web/components/button.js';
import { Checkboxes } from '../../../src/web/components/checkboxes.js';
import { Intro } from '../../../src/web/components/intro.js';
import { PostalAddress } from '../../../src/web/components/postal-address.js';
import { Progress } from '../../../src/web/components/progress.js';
import { Section } from '../../../src/web/components/section.js';
import { Stamp } from '../../../src/web/components/stamp.js';
import { Steps } from '../../../src/web/components/steps.js';
import { Textarea } from '../../../src/web/components/textarea.js';
import { PublicPage } from '../../../src/web/public-page.js';

/** The parts that are not a form: stamp, progress, steps, and a short form at the foot. */
export const componentsPage = (language: Language, profile: OfficeProfile) => (
  <PublicPage language={language} profile={profile} path="/letters" title="Моје писмо" active="my-letter">
    <Intro title="Ваше писмо је примљено" lead="Уписано је и чека да га службеник прочита.">
      <ButtonGroup>
        <Button href="/contact">Напишите писмо</Button>
        <Button href="/letters" secondary>
          Погледајте своје писмо
        </Button>
      </ButtonGroup>
    </Intro>
    <div class="after-intro">
      <Stamp
        cells={[
          { term: 'Ознака писма', value: '7K3M-Q9TX' },
          { term: 'Број у уписнику', value: '2026-004817' },
          { term: 'Примљено', value: <time datetime="2026-11-22T14:31+01:00">22.11.2026. - 14:31</time> },
        ]}
      />
    </div>
    <Section id="state" title="Докле се стигло" wide>
      <Progress
        steps={[
          {
            label: 'Примљено',
            note: <time datetime="2026-11-22">22.11.2026.</time>,
            done: true,
            current: true,
          },
          { label: 'Разврстано', note: 'предстоји' },
          { label: 'У раду', note: 'предстоји' },
          { label: 'Одговорено', note: 'предстоји' },
        ]}
      />
    </Section>
    <Section id="answers" title="Како настаје одговор">
      <Steps
        steps={[
          { title: 'Писмо се уписује', text: 'Добија ознаку за Вас и редни број у уписнику.' },
          { title: 'Службеник га чита', text: <em>Одређује о чему је реч: б, г, д, п, т.</em> },
        ]}
      />
    </Section>
    <Section id="address" title="Поштом">
      <div class="prose">
        <p>
          Пишите, <em>ако тако желите</em>, на адресу:
        </p>
      </div>
      <PostalAddress language={language} profile={profile} />
    </Section>
    <Section id="withdraw" title="Повлачење писма" classes="no-print">
      <form method="post" action="/letters">
        <Textarea name="message" label="Шта желите да додате?" classes="govuk-textarea--short" />
        <Checkboxes name="sure" items={[{ value: 'yes', text: 'Желим да повучем ово писмо' }]} />
        <ButtonGroup>
          <Button secondary>Повуците писмо</Button>
        </ButtonGroup>
      </form>
    </Section>
  </PublicPage>
);
