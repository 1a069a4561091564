import { textIn } from '../../script/texts.js';
import { WordChanges } from '../../web/components/word-changes.js';
import { SECTIONS } from '../sections.js';
import type { ReleaseContent } from './content.js';
import { sectionOf } from './content-problems.js';
import type { DeskUi } from './desk-ui.js';
import { newsroomTexts } from './newsroom.texts.js';

interface Part {
  name: string;
  lang: string | undefined;
  text: string;
}

/** What changed between two contents, part by part, as words taken out and put in. */
export function Changes({ ui, from, to }: { ui: DeskUi; from: ReleaseContent; to: ReleaseContent }) {
  const texts = newsroomTexts[ui.language];
  const before = new Map(partsOf(ui, from).map((part) => [part.name, part]));
  const after = new Map(partsOf(ui, to).map((part) => [part.name, part]));
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const changed = names.filter((name) => (before.get(name)?.text ?? '') !== (after.get(name)?.text ?? ''));
  if (changed.length === 0) return <p class="hint">{texts.changesNone}</p>;
  return (
    <dl class="difference">
      {changed.map((name) => (
        <div>
          <dt>{name}</dt>
          <dd class="serif changes" lang={(after.get(name) ?? before.get(name))?.lang}>
            <WordChanges from={before.get(name)?.text ?? ''} to={after.get(name)?.text ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The content as texts that can be read and compared, each under the name that its field has. */
function partsOf(ui: DeskUi, content: ReleaseContent): Part[] {
  const { fields, pictures, attachments } = newsroomTexts[ui.language];
  const section = sectionOf(content.section);
  const named = (name: string, text: string, lang?: string): Part => ({ name, text, lang });
  return [
    named(fields.title, content.sr.title, 'sr-Cyrl'),
    named(fields.lead, content.sr.lead, 'sr-Cyrl'),
    named(fields.body, content.sr.body, 'sr-Cyrl'),
    named(fields.titleEn, content.en.title, 'en'),
    named(fields.leadEn, content.en.lead, 'en'),
    named(fields.bodyEn, content.en.body, 'en'),
    named(
      fields.section,
      section === null ? '' : textIn(ui.language, SECTIONS[section as keyof typeof SECTIONS]),
    ),
    named(fields.planned, content.planned),
    named(fields.slug, content.slug),
    named(
      pictures,
      content.pictures
        .map(({ altSr, altEn, creditSr, creditEn, name }) =>
          [name, altSr, altEn, creditSr, creditEn].filter((text) => text !== '').join(' · '),
        )
        .join('\n'),
    ),
    named(attachments, content.attachments.map(({ name }) => name).join('\n')),
    named(fields.note, content.noteSr, 'sr-Cyrl'),
    named(fields.noteEn, content.noteEn, 'en'),
  ];
}
