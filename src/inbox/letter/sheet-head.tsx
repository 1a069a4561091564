import { day, isoLocal, officeYear } from '../../calendar/dates.js';
import { calendarDay } from '../../calendar/working-days.js';
import { fill, type Language } from '../../script/texts.js';
import { ageOf } from '../list/age.js';
import type { Present } from '../live/presence.queries.js';
import { WhoAtLetter } from '../live/who.js';
import { Marked } from '../marked.js';
import { stateName } from '../state-name.js';
import { placeName, type Ui } from '../ui.js';
import { firstWords, writingOf } from '../writing.js';
import { inboxTexts } from '../list/inbox.texts.js';
import { bareSubject } from '../../letters/inbound/bare-subject.js';
import type { LetterView } from '../../letters/letter.view.js';
import { letterTexts } from './letter.texts.js';

const TITLE_WORDS = 80;

/** What a letter is called: its subject, else its first words; empty when it has none. */
export const titleOf = ({
  subject,
  message,
  channel,
}: Pick<LetterView, 'subject' | 'message' | 'channel'>) =>
  subject === null ? firstWords(message, TITLE_WORDS) : channel === 'email' ? bareSubject(subject) : subject;

/** Subject or first words, whose letter it is, its numbers, its state, who has it and by when. */
export function SheetHead({
  ui,
  letter,
  assignee,
  present,
  found,
}: {
  ui: Ui;
  letter: LetterView;
  assignee: string | undefined;
  /** Who else reads or answers it. */
  present: readonly Present[];
  /** Words that a search found. */
  found: ReadonlySet<string> | undefined;
}) {
  const texts = letterTexts[ui.language];
  const title = titleOf(letter) || texts.noWords;
  const name = `${letter.name ?? ''} ${letter.surname ?? ''}`.trim();
  return (
    <header class="sheet-head">
      <h2 id="letter-heading" lang={writingOf(title, letter.language)}>
        <Marked text={title} found={found} />
      </h2>
      <p class="facts">
        <b lang={writingOf(name)}>
          {name ? <Marked text={name} found={found} /> : (letter.email ?? inboxTexts[ui.language].row.noName)}
        </b>{' '}
        <span>{placeName(ui, letter)}</span>{' '}
        <span class="nw">
          {letter.registerNumber === null ? (
            texts.notRegistered
          ) : (
            <>
              {texts.registered} <b>{letter.registerNumber}</b>
            </>
          )}
        </span>{' '}
        <span class="nw">
          {texts.reference} <b>{letter.reference}</b>
        </span>{' '}
        <time class="nw" datetime={isoLocal(letter.receivedAt)}>
          {day(letter.receivedAt)}
        </time>
      </p>
      <p class="facts">
        <span class="state">{stateName(ui.language, letter.state)}</span>{' '}
        <span>
          {letter.assignedTo === null
            ? texts.unassigned
            : letter.assignedTo === ui.account.id
              ? texts.mine
              : assignee}
        </span>{' '}
        <DueDate ui={ui} letter={letter} /> <WhoAtLetter ui={ui} present={present} />
      </p>
    </header>
  );
}

function DueDate({ ui, letter }: { ui: Ui; letter: LetterView }) {
  const texts = letterTexts[ui.language];
  const age = ageOf(letter, ui.now);
  if (age.kind === 'none') return null;
  if (age.kind === 'stopped') return <span class="age still">{texts.stopped}</span>;
  const due = fill(letter.urgency === 'urgent' ? texts.dueUrgent : texts.due, {
    day: dueDay(letter.dueOn!, ui.now),
  });
  const kind = age.kind === 'late' ? 'age past' : age.kind === 'left' && !age.soon ? 'age' : 'age soon';
  return (
    <span class={kind} data-of8={age.kind === 'late' ? undefined : String(age.eighths)}>
      <span>
        <time datetime={calendarDay(letter.dueOn!)}>{due}</time>{' '}
        {age.kind === 'today' ? texts.dueToday : workingDays(ui.language, age.kind, age.days)}
      </span>
    </span>
  );
}

function workingDays(language: Language, kind: 'left' | 'late', count: number): string {
  const forms = letterTexts[language][kind];
  const form = new Intl.PluralRules(language === 'en' ? 'en' : 'sr').select(count);
  return fill(form === 'one' ? forms.one : form === 'few' ? forms.few : forms.many, { count });
}

/** "16.03", with the year when it is not this one; a comma follows it. */
function dueDay(due: Date, now: Date): string {
  const text = day(due).slice(0, -1);
  return text.endsWith(String(officeYear(now))) ? text.slice(0, -5) : text;
}
