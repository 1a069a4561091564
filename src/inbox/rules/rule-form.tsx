import type { ComponentChildren } from 'preact';
import { CHANNELS } from '../../letters/new-letter.js';
import {
  LONGEST_NAME,
  LONGEST_PLACE,
  LONGEST_WORDS,
  type Rule,
  RULE_MODES,
} from '../../letters/rules/rule.js';
import { LANGUAGES } from '../../script/texts.js';
import { NAMES } from '../../staff/form-parts.js';
import { OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import { inboxTexts } from '../list/inbox.texts.js';
import { categoryPath, unitName } from '../ui.js';
import type { RulePageProps } from './rule-page-props.js';
import { rulesTexts } from './rules.texts.js';

/** The form of a rule: its name, what it looks for, what it says, and whether it suggests or sets. */
export function RuleForm({ ui, rule, places, problem }: RulePageProps) {
  const { form: texts } = rulesTexts[ui.language];
  const values = problem?.values ?? valuesOf(rule);
  const field = (name: string) => ({
    ...{
      name,
      value: values[name] ?? '',
      error: problem?.errors.find((error) => error.field === name)?.message,
    },
  });
  return (
    <section class="card" aria-labelledby="rule">
      <header>
        <h2 id="rule">{texts.heading}</h2>
      </header>
      <form class="in stack" method="post" action={paths.rule(rule?.id ?? 'new')} novalidate>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        {rule && <input type="hidden" name="seen" value={rule.updatedAt.toISOString()} />}
        <Line {...field('name')} label={texts.name} hint={texts.nameHint} longest={LONGEST_NAME} />
        <fieldset class="field stack">
          <legend class="title">{texts.when}</legend>
          <Line {...field('words')} label={texts.words} hint={texts.wordsHint} longest={LONGEST_WORDS} />
          <Line
            {...field('place')}
            label={texts.place}
            hint={texts.placeHint}
            longest={LONGEST_PLACE}
            list="places"
          />
          <datalist id="places">
            {places.map((place) => (
              <option value={place} />
            ))}
          </datalist>
          <Line {...field('release')} label={texts.release} hint={texts.releaseHint} longest={500} />
          <div class="pair">
            <Choice {...field('channel')} label={texts.channel}>
              <Options
                none={texts.any}
                chosen={values.channel}
                options={CHANNELS.map((code) => [code, inboxTexts[ui.language].channels[code]])}
              />
            </Choice>
            <Choice {...field('language')} label={texts.language}>
              <Options
                none={texts.any}
                chosen={values.language}
                options={LANGUAGES.map((code) => [code, NAMES[code]])}
              />
            </Choice>
          </div>
        </fieldset>
        <fieldset class="field stack">
          <legend class="title">{texts.then}</legend>
          <Choice {...field('category')} label={texts.category}>
            <Options
              none={texts.choose}
              chosen={values.category}
              options={ui.profile.categories.map(({ code }) => [code, categoryPath(ui, code)])}
            />
          </Choice>
          <div class="pair">
            <Choice {...field('unit')} label={texts.unit}>
              <Options
                none={texts.unitOfCategory}
                chosen={values.unit}
                options={ui.profile.units.map(({ code }) => [code, unitName(ui, code)])}
              />
            </Choice>
            <Choice {...field('urgency')} label={texts.urgency}>
              <Options
                none={texts.urgencyAsIs}
                chosen={values.urgency}
                options={(['normal', 'urgent'] as const).map((code) => [code, texts.urgencies[code]])}
              />
            </Choice>
          </div>
        </fieldset>
        <fieldset class="field">
          <legend class="legend">{texts.mode}</legend>
          {RULE_MODES.map((mode, index) => (
            <label class="check">
              <input
                type="radio"
                name="mode"
                id={index === 0 ? 'mode' : undefined}
                value={mode}
                checked={(values.mode ?? 'suggest') === mode}
              />{' '}
              {texts[mode]}
            </label>
          ))}
        </fieldset>
        {rule && <p class="hint">{texts.retest}</p>}
        <div class="acts">
          <button class="btn main">{texts.save}</button>
        </div>
      </form>
    </section>
  );
}

/** A rule as its form sends it. */
const valuesOf = (rule: Rule | undefined): Record<string, string | null> =>
  rule === undefined
    ? {}
    : {
        ...{ name: rule.name, words: rule.words, place: rule.place, release: rule.releaseSlug },
        ...{ channel: rule.channel, language: rule.language, mode: rule.mode },
        ...{ category: rule.category, unit: rule.unit, urgency: rule.urgency },
      };

interface Shown {
  name: string;
  label: string;
  error: string | undefined;
}

function Line({
  name,
  longest,
  value,
  list,
  ...shown
}: Shown & { value: string; hint: string; longest: number; list?: string }) {
  return (
    <OfficeField id={name} {...shown}>
      {(attributes) => (
        <input {...attributes} value={value} maxlength={longest} list={list} autocomplete="off" />
      )}
    </OfficeField>
  );
}

function Choice({ name, label, error, children }: Shown & { value: string; children: ComponentChildren }) {
  return (
    <OfficeField id={name} {...{ label, error }}>
      {(attributes) => <select {...attributes}>{children}</select>}
    </OfficeField>
  );
}

function Options(props: {
  none: string;
  chosen: string | null | undefined;
  options: (readonly [string, string])[];
}) {
  return (
    <>
      <option value="">{props.none}</option>
      {props.options.map(([code, name]) => (
        <option value={code} selected={code === props.chosen}>
          {name}
        </option>
      ))}
    </>
  );
}
