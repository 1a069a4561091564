import { type FieldAttributes, OfficeField } from '../web/components/office-field.js';
import type { ComponentChild } from 'preact';
import type { Language } from '../script/texts.js';
import { absenceTexts } from './absence.texts.js';
import type { Absence } from './absence.js';
import type { Account } from './account.entity.js';
import { Csrf, wordsOf } from './form-parts.js';
import type { Refusal } from './staff-refused.js';

export interface AbsenceFormProps {
  language: Language;
  csrfToken: string;
  action: string;
  /** Whose absence it is, as stored. */
  owner: Pick<Account, 'id' | 'absentFrom' | 'absentUntil' | 'standIn'>;
  /** Accounts that may stand in. */
  others: readonly Pick<Account, 'id' | 'name'>[];
  /** As typed, when the form comes back. */
  typed?: Absence;
  refusals?: Refusal[];
}

/** From when until when somebody is away, and who takes the letters over. */
export function AbsenceForm({ language, csrfToken, action, owner, others, ...form }: AbsenceFormProps) {
  const texts = absenceTexts[language];
  const { typed, refusals = [] } = form;
  const standIn = typed?.standIn ?? owner.standIn;
  const current = owner.absentFrom !== null;
  return (
    <section class="card" aria-labelledby="absence">
      <header>
        <h2 id="absence">{texts.title}</h2>
        <p class="hint">{texts.lead}</p>
      </header>
      <div class="in">
        <form class="stack" method="post" action={action} novalidate>
          <Csrf token={csrfToken} />
          <Day
            {...{ language, refusals }}
            name="absentFrom"
            label={texts.from}
            value={typed?.from ?? owner.absentFrom}
          />
          <Day
            {...{ language, refusals }}
            name="absentUntil"
            label={texts.until}
            value={typed?.until ?? owner.absentUntil}
          />
          <Part {...{ language, refusals }} name="standIn" label={texts.standIn}>
            {(attributes) => (
              <select {...attributes}>
                <option value="">{texts.choose}</option>
                {others.map(({ id, name }) => (
                  <option value={id} selected={id === standIn}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Part>
          <div class="acts">
            <button class="btn main" type="submit" name="absence" value="planned">
              {texts.save}
            </button>
            {current && (
              <button class="btn" type="submit" name="absence" value="ended">
                {texts.end}
              </button>
            )}
          </div>
        </form>
      </div>
    </section>
  );
}

interface PartProps {
  language: Language;
  refusals: Refusal[];
  name: 'absentFrom' | 'absentUntil' | 'standIn';
  label: string;
}

const Day = ({ value, ...part }: PartProps & { value: string | null }) => (
  <Part {...part}>{(attributes) => <input {...attributes} type="date" value={value ?? ''} />}</Part>
);

function Part({
  language,
  refusals,
  name,
  ...shown
}: PartProps & { children: (attributes: FieldAttributes) => ComponentChild }) {
  const refusal = refusals.find(({ field }) => field === name);
  return <OfficeField id={name} error={refusal && wordsOf(language, refusal)} {...shown} />;
}
