import type { OfficeProfile } from '../config/office-profile.js';
import { fill, type Language, LANGUAGES, textIn } from '../script/texts.js';
import { type Role, ROLES } from '../web/access.js';
import { OfficeField } from '../web/components/office-field.js';
import type { Refusal } from './staff-refused.js';
import { staffTexts } from './staff.texts.js';

/** The reason in words. */
export const wordsOf = (language: Language, { code, values }: Refusal) =>
  fill(staffTexts[language].refusals[code], values ?? {});

interface FormState {
  language: Language;
  /** Why the form came back; empty the first time. */
  refusals?: Refusal[];
}

/** What went wrong, above the form; each line leads to its field. */
export function Refusals({ language, refusals = [] }: FormState) {
  if (refusals.length === 0) return null;
  return (
    <div class="note bad" role="alert">
      <div>
        <h2>{staffTexts[language].thereIsAProblem}</h2>
        <ul>
          {refusals.map((refusal) => (
            <li>
              {refusal.field ? (
                <a href={`#${refusal.field}`}>{wordsOf(language, refusal)}</a>
              ) : (
                wordsOf(language, refusal)
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export interface FieldProps extends FormState {
  name: NonNullable<Refusal['field']>;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'password';
  value?: string;
  /** HTML autofill token. */
  autocomplete: string;
}

/** One line of a form, with its hint and, when it was refused, the reason. */
export function Field({
  language,
  refusals = [],
  name,
  label,
  hint,
  type = 'text',
  value,
  autocomplete,
}: FieldProps) {
  const refusal = refusals.find(({ field }) => field === name);
  return (
    <OfficeField id={name} {...{ label, hint }} error={refusal && wordsOf(language, refusal)}>
      {(attributes) => (
        <input
          {...attributes}
          type={type as 'text'}
          value={value}
          autocomplete={autocomplete}
          autocapitalize={type === 'text' ? undefined : 'none'}
          spellcheck={false}
          required
        />
      )}
    </OfficeField>
  );
}

export const Csrf = ({ token }: { token: string }) => <input type="hidden" name="_csrf" value={token} />;

/** Roles as tick-boxes; the first carries the id that an error leads to. */
export function RoleBoxes({ language, refusals = [], chosen }: FormState & { chosen: readonly Role[] }) {
  const texts = staffTexts[language];
  const refusal = refusals.find(({ field }) => field === 'roles');
  return (
    <fieldset class="field" aria-describedby={refusal && 'roles-error'}>
      <legend class="legend">{texts.rolesLegend}</legend>
      {refusal && (
        <p class="error" id="roles-error">
          {wordsOf(language, refusal)}
        </p>
      )}
      <div>
        {ROLES.map((role, index) => (
          <label class="check">
            <input
              type="checkbox"
              name="roles"
              value={role}
              id={index === 0 ? 'roles' : undefined}
              checked={chosen.includes(role)}
            />
            {texts.roles[role]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function UnitSelect({
  language,
  profile,
  chosen,
}: {
  language: Language;
  profile: OfficeProfile;
  chosen: string | null;
}) {
  const texts = staffTexts[language];
  return (
    <div class="field">
      <label for="unit">{texts.unit}</label>
      <select id="unit" name="unit">
        <option value="">{texts.noUnit}</option>
        {profile.units.map((unit) => (
          <option value={unit.code} selected={unit.code === chosen}>
            {textIn(language, unit.name)}
          </option>
        ))}
      </select>
    </div>
  );
}

export function LanguageSelect({ language, chosen }: { language: Language; chosen: Language }) {
  return (
    <div class="field">
      <label for="language">{staffTexts[language].language}</label>
      <select id="language" name="language">
        {LANGUAGES.map((each) => (
          <option value={each} lang={each} selected={each === chosen}>
            {NAMES[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Each in its own language and script, so that whoever needs it can read it. */
export const NAMES: Record<Language, string> = {
  'sr-Cyrl': 'Српски, ћирилица',
  'sr-Latn': 'Srpski, latinica',
  en: 'English',
};
