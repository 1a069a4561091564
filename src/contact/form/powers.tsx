import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import { contactTexts } from './contact.texts.js';

/** The section on what the President can and cannot do, and whom to call when somebody is in danger (all from the profile). */
export function Powers({ language, profile }: { language: Language; profile: OfficeProfile }) {
  const texts = contactTexts[language];
  const lists = [
    { title: texts.can, items: profile.powers.can },
    { title: texts.cannot, items: profile.powers.cannot },
  ];
  return (
    <section class="section" aria-labelledby="powers">
      <h2 class="section__title" id="powers">
        {texts.powers}
      </h2>
      <div class="section__body powers">
        {lists.map(({ title, items }) => (
          <div>
            <h3>{title}</h3>
            <ul class="list">
              {items.map((item) => (
                <li>{textIn(language, item)}</li>
              ))}
            </ul>
          </div>
        ))}
        <p class="note">
          {texts.emergency}{' '}
          {profile.emergency.map(({ name, number }, index) => (
            <>
              <span class="nowrap">{`${textIn(language, name)} ${number}`}</span>
              {index < profile.emergency.length - 1 ? ', ' : '.'}
            </>
          ))}
        </p>
      </div>
    </section>
  );
}
