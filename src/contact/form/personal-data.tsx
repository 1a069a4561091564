import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { Button, ButtonGroup } from '../../web/components/button.js';
import { Details } from '../../web/components/details.js';
import { contactTexts } from './contact.texts.js';
import { personalDataTexts } from './personal-data.texts.js';

/** The notice on personal data, and under it the button: whoever sends has passed the notice. */
export function PersonalDataAndSend({ language, profile }: { language: Language; profile: OfficeProfile }) {
  const texts = personalDataTexts[language];
  const { send, afterSending } = contactTexts[language];
  return (
    <section class="part" aria-labelledby="personal-data">
      <div class="part__legend">
        <h2 id="personal-data">{texts.title}</h2>
      </div>
      <div class="part__body">
        <p>{texts.lead}</p>
        <Details summary={texts.summary}>
          <p>
            {fill(texts.keeper, {
              department: textIn(language, profile.department),
              name: textIn(language, profile.name),
              street: textIn(language, profile.address.street),
              city: textIn(language, profile.address.city),
            })}
          </p>
          <p>{texts.forwarding}</p>
          <p>{texts.rights}</p>
        </Details>
        <ButtonGroup>
          <Button preventDoubleClick>{send}</Button>
        </ButtonGroup>
        <p class="small">{afterSending}</p>
      </div>
    </section>
  );
}
