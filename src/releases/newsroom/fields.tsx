import type { ComponentChildren } from 'preact';
import { textIn } from '../../script/texts.js';
import { FormatBar } from '../../web/components/format-bar.js';
import { SECTIONS } from '../sections.js';
import { LIMITS } from './content.dto.js';
import type { DeskUi } from './desk-ui.js';
import { newsroomTexts } from './newsroom.texts.js';
import { messageOf, type WritePageProps } from './write-page-props.js';

/** A field with its label, hint and what is wrong with it. */
export function Field({
  id,
  label,
  hint,
  error,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  children: (described: string | undefined) => ComponentChildren;
}) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error === undefined ? 'field' : 'field bad'}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children(described === '' ? undefined : described)}
    </div>
  );
}

export const SerbianFields = (props: WritePageProps) => <Words {...props} language="sr" />;
export const EnglishFields = (props: WritePageProps) => <Words {...props} language="en" />;

function Words({ ui, content, problem, language, desk }: WritePageProps & { language: 'sr' | 'en' }) {
  const { fields, hints } = newsroomTexts[ui.language];
  const isSerbian = language === 'sr';
  const words = content[language];
  const suffix = isSerbian ? 'Sr' : 'En';
  const lang = isSerbian ? 'sr-Cyrl' : 'en';
  const name = (part: 'title' | 'lead' | 'body') => fields[isSerbian ? part : (`${part}En` as const)];
  const error = (id: string) => messageOf(problem, id);
  return (
    <div class={`words-fields only-write-${language}`}>
      {desk.publishedAt !== null && (
        <Field
          id={`note${suffix}`}
          label={isSerbian ? fields.note : fields.noteEn}
          hint={hints.note}
          error={error(`note${suffix}`)}
        >
          {(described) => (
            <textarea
              id={`note${suffix}`}
              name={`note${suffix}`}
              rows={2}
              lang={lang}
              maxlength={LIMITS.note}
              aria-describedby={described}
            >
              {isSerbian ? content.noteSr : content.noteEn}
            </textarea>
          )}
        </Field>
      )}
      <Field id={`title${suffix}`} label={name('title')} error={error(`title${suffix}`)}>
        {(described) => (
          <textarea
            id={`title${suffix}`}
            name={`title${suffix}`}
            rows={2}
            class="serif title"
            lang={lang}
            maxlength={LIMITS.title}
            aria-describedby={described}
          >
            {words.title}
          </textarea>
        )}
      </Field>
      <Field id={`lead${suffix}`} label={name('lead')} hint={hints.lead} error={error(`lead${suffix}`)}>
        {(described) => (
          <textarea
            id={`lead${suffix}`}
            name={`lead${suffix}`}
            rows={3}
            class="serif"
            lang={lang}
            maxlength={LIMITS.lead}
            aria-describedby={described}
          >
            {words.lead}
          </textarea>
        )}
      </Field>
      <div class="field">
        {error(`body${suffix}`) !== undefined && (
          <p class="error" id={`body${suffix}-error`}>
            {error(`body${suffix}`)}
          </p>
        )}
        <Editor ui={ui} id={`body${suffix}`} label={name('body')} lang={lang} value={words.body} />
      </div>
    </div>
  );
}

function Editor({
  ui,
  id,
  label,
  lang,
  value,
}: {
  ui: DeskUi;
  id: string;
  label: string;
  lang: string;
  value: string;
}) {
  const texts = newsroomTexts[ui.language];
  return (
    <div class="editor">
      <FormatBar
        label={texts.format}
        text={id}
        buttons={[
          { label: texts.bold, shown: <b>B</b>, mark: '**', keys: 'Control+b' },
          { label: texts.italic, shown: <em class="serif">I</em>, mark: '*', keys: 'Control+i' },
          { label: texts.heading, prefix: '## ' },
          { label: texts.quote, prefix: '> ' },
          { label: texts.list, prefix: '- ' },
        ]}
      />
      <textarea
        id={id}
        name={id}
        aria-label={label}
        aria-describedby={`${id}-hint`}
        lang={lang}
        maxlength={LIMITS.body}
        rows={14}
        spellcheck
      >
        {/* A first line break of a textarea's content is not part of it. */}
        {`\n${value}`}
      </textarea>
      <p class="count" id={`${id}-hint`}>
        {texts.hints.body}
      </p>
    </div>
  );
}

/** What belongs to the release whatever its language: when, where, about what. */
export function SharedFields({ ui, desk, content, problem }: WritePageProps) {
  const { fields, hints } = newsroomTexts[ui.language];
  const line = (id: 'planned' | 'slug', value: string, limit: number) => (
    <Field id={id} label={fields[id]} hint={hints[id]} error={messageOf(problem, id)}>
      {(described) => (
        <input
          id={id}
          name={id}
          value={value}
          maxlength={limit}
          autocomplete="off"
          aria-describedby={described}
        />
      )}
    </Field>
  );
  return (
    <div class="pair">
      {desk.publishedAt === null ? (
        line('planned', content.planned, 50)
      ) : (
        <input type="hidden" name="planned" value={content.planned} />
      )}
      <Field id="section" label={fields.section}>
        {() => (
          <select id="section" name="section">
            <option value="">{fields.sectionNone}</option>
            {Object.entries(SECTIONS).map(([code, section]) => (
              <option value={code} selected={code === content.section}>
                {textIn(ui.language, section)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {line('slug', content.slug, LIMITS.slug)}
    </div>
  );
}
