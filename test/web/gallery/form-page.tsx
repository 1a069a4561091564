import type { OfficeProfile } from '../../../src/config/office-profile.js';
import type { Language } from '../../../src/script/texts.js';
import { Button, ButtonGroup } from '../../../src/web/components/button.js';
import { CharacterCount } from '../../../src/web/components/character-count.js';
import { Details } from '../../../src/web/components/details.js';
import { ErrorSummary } from '../../../src/web/components/error-summary.js';
import { FileUpload } from '../../../src/web/components/file-upload.js';
import { FormPart } from '../../../src/web/components/form-part.js';
import { Input } from '../../../src/web/components/input.js';
import { Intro } from '../../../src/web/components/intro.js';
import { Optional } from '../../../src/web/components/optional.js';
import { Radios } from '../../../src/web/components/radios.js';
import { Select } from '../../../src/web/components/select.js';
import { PublicPage } from '../../../src/web/public-page.js';

/** The form of the mock-ups (contact.html, contact-errors.html), built of our components. */
export function formPage(language: Language, profile: OfficeProfile, refused: boolean) {
  const wrong = (text: string) => (refused ? text : undefined);
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/contact"
      title="Пишите председнику"
      active="contact"
    >
      <Intro title="Пишите председнику" tight={refused} />
      {refused && (
        <ErrorSummary
          title="Писмо још није послато"
          description="Све што сте написали је сачувано. Још две ствари треба да допуните или исправите:"
          errors={[
            { text: 'Напишите општину или град', href: '#municipality' },
            {
              text: 'Изаберите мањи прилог: „zapisnik-komisije-za-procenu-stete.pdf“ има 14 MB, а највише је 10 MB',
              href: '#attachments',
            },
          ]}
        />
      )}
      <form class="sheet sheet--form" method="post" action="/contact" novalidate>
        <FormPart number={1} title="Ко пише">
          <div class="pair">
            <Input name="name" label="Име" autocomplete="given-name" value="Радмила" />
            <Input name="surname" label="Презиме" autocomplete="family-name" />
          </div>
          <Input
            name="municipality"
            label="Општина или град"
            hint="На пример: Ваљево. Ако живите у иностранству, напишите своје место."
            errorMessage={wrong('Напишите општину или град')}
            autocomplete="address-level2"
          />
          <div class="pair">
            <Input
              name="postalCode"
              label={
                <>
                  Поштански број <Optional />
                </>
              }
              inputmode="numeric"
            />
            <Select
              name="country"
              label="Држава"
              value="RS"
              items={[
                { value: 'RS', text: 'Србија' },
                { value: 'AT', text: 'Аустрија' },
              ]}
            />
          </div>
        </FormPart>
        <FormPart number={2} title="Ваше писмо">
          <Radios
            name="replyBy"
            fieldset={{
              legend: (
                <>
                  Како желите да Вам одговоримо? <Optional />
                </>
              ),
            }}
            hint="Ако не изаберете, одговарамо онако како је најбрже."
            value="post"
            items={[
              { value: 'email', text: 'Електронском поштом' },
              { value: 'post', text: 'Поштом, на кућну адресу' },
            ]}
          />
          <CharacterCount
            name="message"
            label="Писмо"
            rows={12}
            maxlength={20_000}
            hint="Напишите шта се догодило и шта предлажете или молите."
            value="Поштовани председниче,"
          />
          <FileUpload
            name="attachments"
            label={
              <>
                Прилози <Optional />
              </>
            }
            multiple
            hint="Највише пет, сваки до 10 MB."
            errorMessage={wrong('Изаберите мањи прилог: „zapisnik.pdf“ има 14 MB, а највише је 10 MB')}
          />
          <Details summary="Ко чува податке, колико дуго и која су Ваша права">
            <p>Податке чува Канцеларија за преписку.</p>
          </Details>
          <ButtonGroup>
            <Button>Пошаљите писмо</Button>
          </ButtonGroup>
        </FormPart>
      </form>
    </PublicPage>
  );
}
