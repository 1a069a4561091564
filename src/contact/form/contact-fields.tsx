import type { Language } from '../../script/texts.js';
import { Input } from '../../web/components/input.js';
import { Optional } from '../../web/components/optional.js';
import { Radios } from '../../web/components/radios.js';
import { Select } from '../../web/components/select.js';
import { paths } from '../../web/paths.js';
import { countries, HOME_COUNTRY } from '../countries.js';
import { REPLY_BY } from '../submission.dto.js';
import { contactTexts } from './contact.texts.js';
import type { FieldOf } from './drawn-field.js';

interface FieldsProps {
  language: Language;
  field: FieldOf;
}

/** Name, surname and where the writer lives; also asked for when a letter lacks them. */
export function WriterFields({ language, field }: FieldsProps) {
  const texts = contactTexts[language];
  const postalCode = field('postalCode');
  return (
    <>
      <div class="pair">
        <Input {...field('name')} autocomplete="given-name" />
        <Input {...field('surname')} autocomplete="family-name" />
      </div>
      <Input
        {...field('municipality')}
        hint={texts.municipalityHint}
        autocomplete="address-level2"
        attributes={{
          'data-places': paths.places(language),
          'data-results-none': texts.results.none,
          'data-results-one': texts.results.one,
          'data-results-few': texts.results.few,
          'data-results-many': texts.results.many,
        }}
      />
      <Input {...field('address')} hint={texts.addressHint} autocomplete="address-line1" />
      <div class="pair">
        <Input
          {...postalCode}
          label={
            <>
              {postalCode.label} <Optional />
            </>
          }
          autocomplete="postal-code"
          inputmode="numeric"
        />
        <Select
          {...field('country')}
          value={field('country').value ?? HOME_COUNTRY}
          items={countries(language).map(({ code, name }) => ({ value: code, text: name }))}
          attributes={{ autocomplete: 'country' }}
        />
      </div>
    </>
  );
}

/** Where the reply goes. `isNew`: an acknowledgement is still to come. */
export function ContactFields({ language, field, isNew }: FieldsProps & { isNew?: boolean }) {
  const texts = contactTexts[language];
  const replyBy = field('replyBy');
  return (
    <>
      <p>{texts.emailOrPhone}</p>
      <Input
        {...field('email')}
        type="email"
        hint={isNew ? texts.emailHint : undefined}
        autocomplete="email"
        spellcheck={false}
      />
      <Input
        {...field('phone')}
        type="tel"
        hint={
          <>
            {texts.phoneHint} <span class="nowrap">{texts.phoneExample}</span>
          </>
        }
        classes="govuk-input--width-20"
        autocomplete="tel"
      />
      <Radios
        name="replyBy"
        fieldset={{
          legend: (
            <>
              {replyBy.label} <Optional />
            </>
          ),
        }}
        hint={texts.replyByHint}
        errorMessage={replyBy.errorMessage}
        value={replyBy.value}
        items={REPLY_BY.map((value) => ({ value, text: texts.replyBy[value] }))}
      />
    </>
  );
}
