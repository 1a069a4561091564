import { textIn } from '../../script/texts.js';
import { FormatBar } from '../../web/components/format-bar.js';
import { OfficeField } from '../../web/components/office-field.js';
import { SECTIONS } from '../sections.js';
import { LIMITS } from './content.dto.js';
import type { DeskUi } from './desk-ui.js';
import { newsroomTexts } from './newsroom.texts.js';
import { messageOf, type WritePageProps } from './write-page-props.js';

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
        <OfficeField
          id={`note${suffix}`}
          label={isSerbian ? fields.note : fields.noteEn}
          hint={hints.note}
          error={error(`note${suffix}`)}
        >
          {(attributes) => (
            <textarea {...attributes} rows={2} lang={lang} maxlength={LIMITS.note}>
              {isSerbian ? content.noteSr : content.noteEn}
            </textarea>
          )}
        </OfficeField>
      )}
      <OfficeField id={`title${suffix}`} label={name('title')} error={error(`title${suffix}`)}>
        {(attributes) => (
          <textarea {...attributes} rows={2} class="serif title" lang={lang} maxlength={LIMITS.title}>
            {words.title}
          </textarea>
        )}
      </OfficeField>
      <OfficeField id={`lead${suffix}`} label={name('lead')} hint={hints.lead} error={error(`lead${suffix}`)}>
        {(attributes) => (
          <textarea {...attributes} rows={3} class="serif" lang={lang} maxlength={LIMITS.lead}>
            {words.lead}
          </textarea>
        )}
      </OfficeField>
      <div class={error(`body${suffix}`) === undefined ? 'field' : 'field bad'}>
        {error(`body${suffix}`) !== undefined && (
          <p class="error" id={`body${suffix}-error`}>
            {error(`body${suffix}`)}
          </p>
        )}
        <Editor
          ui={ui}
          id={`body${suffix}`}
          label={name('body')}
          lang={lang}
          value={words.body}
          isRefused={error(`body${suffix}`) !== undefined}
        />
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
  isRefused,
}: {
  ui: DeskUi;
  id: string;
  label: string;
  lang: string;
  value: string;
  isRefused: boolean;
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
        aria-describedby={isRefused ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={isRefused ? 'true' : undefined}
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
    <OfficeField id={id} label={fields[id]} hint={hints[id]} error={messageOf(problem, id)}>
      {(attributes) => <input {...attributes} value={value} maxlength={limit} autocomplete="off" />}
    </OfficeField>
  );
  return (
    <div class="pair">
      {desk.publishedAt === null ? (
        line('planned', content.planned, 50)
      ) : (
        <input type="hidden" name="planned" value={content.planned} />
      )}
      <OfficeField id="section" label={fields.section}>
        {(attributes) => (
          <select {...attributes}>
            <option value="">{fields.sectionNone}</option>
            {Object.entries(SECTIONS).map(([code, section]) => (
              <option value={code} selected={code === content.section}>
                {textIn(ui.language, section)}
              </option>
            ))}
          </select>
        )}
      </OfficeField>
      {line('slug', content.slug, LIMITS.slug)}
    </div>
  );
}
