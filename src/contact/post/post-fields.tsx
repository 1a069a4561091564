import type { ComponentChildren } from 'preact';
import { dayInWords } from '../../calendar/dates.js';
import { fill, LANGUAGES } from '../../script/texts.js';
import { OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import { countries } from '../countries.js';
import { PAPER_FIELDS, type PaperError, type PaperField } from './paper-entry.js';
import { PeopleNote } from './people-note.js';
import type { PostPageProps } from './post-page-props.js';
import { postTexts } from './post.texts.js';

/** What an error says, with the name of its field. */
export function errorInWords({ account: { language } }: PostPageProps, { field, code, max }: PaperError) {
  const texts = postTexts[language];
  return fill(texts.errors[code], { label: texts.fields[field], max: max ?? 0 });
}

/** The day of arrival, in the head of the form: it is kept from letter to letter. */
export const ArrivedOn = (props: PostPageProps) => (
  <Text {...props} field="arrivedOn" width="s2" inputmode="numeric" value={arrivedIn(props)} />
);

const arrivedIn = ({ form, today }: PostPageProps) => form.values.arrivedOn || dayInWords(today);

/** Who wrote, and where an answer goes. */
export function WriterFields(props: PostPageProps) {
  const { language } = props.account;
  const texts = postTexts[language];
  const { values } = props.form;
  return (
    <>
      <div class="six">
        <Text {...props} field="name" width="s3" autofocus />
        <Text {...props} field="surname" width="s3" />
      </div>
      <div class="same-place" id="same-person" data-people={paths.postPeople} data-linked={texts.same.linked}>
        <input type="hidden" name="sameAs" value={values.sameAs ?? ''} />
        {values.sameAs ? (
          <p class="acts">
            <span data-said>{fill(texts.same.linked, { number: values.sameAs })}</span>
            <button class="btn plain" name="do" value="other">
              {texts.same.unlink}
            </button>
          </p>
        ) : (
          <div data-found>
            {props.form.people && <PeopleNote language={language} people={props.form.people} />}
            <button class="btn plain" name="do" value="find" data-without-script>
              {texts.same.find}
            </button>
          </div>
        )}
      </div>
      <div class="six">
        <Text {...props} field="address" width="s4" />
        <Text {...props} field="postalCode" width="s2" inputmode="numeric" />
        <Text
          {...props}
          field="municipality"
          width="s3"
          attributes={{ 'data-places': paths.places(language) }}
        />
        <Text {...props} field="phone" width="s3" inputmode="tel" />
        <Text {...props} field="email" width="s6" inputmode="email" />
      </div>
      <p class="hint">{texts.missing}</p>
    </>
  );
}

/** What it is about, and what stands on the paper itself. */
export function PaperFields(props: PostPageProps) {
  const { language } = props.account;
  const texts = postTexts[language];
  const { values } = props.form;
  return (
    <div class="six">
      <Text {...props} field="subject" width="s6" />
      <Wide>
        <OfficeField
          id="message"
          label={texts.fields.message}
          hint={texts.messageHint}
          error={errorOf(props, 'message')}
        >
          {(attributes) => (
            <textarea {...attributes} rows={4}>
              {values.message}
            </textarea>
          )}
        </OfficeField>
      </Wide>
      <Text {...props} field="enclosures" width="s2" inputmode="numeric" />
      <Text {...props} field="senderNumber" width="s2" />
      <Text {...props} field="senderDate" width="s2" inputmode="numeric" />
      <div class="s3">
        <OfficeField id="country" label={texts.fields.country}>
          {(attributes) => (
            <select {...attributes}>
              {countries(language).map(({ code, name }) => (
                <option value={code} selected={code === (values.country || 'RS')}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </OfficeField>
      </div>
      <div class="s3">
        <OfficeField id="language" label={texts.fields.language}>
          {(attributes) => (
            <select {...attributes}>
              <option value="">{texts.byWords}</option>
              {LANGUAGES.map((one) => (
                <option value={one} selected={one === values.language}>
                  {texts.languages[one]}
                </option>
              ))}
            </select>
          )}
        </OfficeField>
      </div>
    </div>
  );
}

const Wide = ({ children }: { children: ComponentChildren }) => <div class="s6">{children}</div>;

function errorOf(props: PostPageProps, field: PaperField): string | undefined {
  const error = props.form.errors.find((one) => one.field === field);
  return error && errorInWords(props, error);
}

type Width = 's2' | 's3' | 's4' | 's6';

function Text(
  props: PostPageProps & {
    field: PaperField;
    width: Width;
    value?: string;
    inputmode?: 'numeric' | 'email' | 'tel';
    autofocus?: boolean;
    attributes?: Record<`data-${string}`, string>;
  },
) {
  const { field, form, account, width } = props;
  const value = props.value ?? form.values[field] ?? '';
  return (
    <div class={width}>
      <OfficeField id={field} label={postTexts[account.language].fields[field]} error={errorOf(props, field)}>
        {(attributes) => (
          <input
            {...attributes}
            {...props.attributes}
            type="text"
            value={value}
            maxlength={PAPER_FIELDS[field]}
            inputmode={props.inputmode}
            autofocus={props.autofocus && form.errors.length === 0}
            // What strangers wrote is nobody's own details, so the browser must not offer the clerk's.
            autocomplete="off"
            spellcheck={false}
          />
        )}
      </OfficeField>
    </div>
  );
}
