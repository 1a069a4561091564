import { isoLocal, officeParts } from '../../calendar/dates.js';
import { bareSubject } from '../../letters/inbound/bare-subject.js';
import { riskTexts } from '../../letters/risk/risk.texts.js';
import { sentenceWith } from '../../releases/found-words.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { BULK_FORM } from '../bulk/bulk-bar.js';
import { bulkTexts } from '../bulk/bulk.texts.js';
import { SpokenIcon } from '../icon.js';
import type { Present } from '../live/presence.queries.js';
import { WhoInRow } from '../live/who.js';
import { Marked } from '../marked.js';
import { categoryName, officerName, placeName, type Ui } from '../ui.js';
import { firstWords, writingOf } from '../writing.js';
import { ageOf } from './age.js';
import { AgeMark } from './age-mark.js';
import { inboxTexts } from './inbox.texts.js';
import type { ListedLetter, ListedRisk } from './list.queries.js';

/** One letter of the list: who, from where, how urgent, about what, first words, channel and age. */
export function LetterRow({
  ui,
  letter,
  href,
  isOpen,
  found,
  present,
  risk,
}: {
  ui: Ui;
  letter: ListedLetter;
  href: string;
  isOpen: boolean;
  /** Words that the search found. */
  found: ReadonlySet<string> | undefined;
  /** Who else has it before the eyes. */
  present: readonly Present[] | undefined;
  /** Given when the row stands among the dangers. */
  risk?: ListedRisk;
}) {
  const texts = inboxTexts[ui.language];
  const name = `${letter.name ?? ''} ${letter.surname ?? ''}`.trim();
  const words = firstWords(rowWords(letter, found));
  return (
    <li
      class={risk === undefined ? 'row' : risk.riskTakenBy === null ? 'row risk' : 'row risk gone'}
      data-unread={letter.isUnread ? '' : undefined}
    >
      {risk === undefined ? (
        <label class="pick">
          <input
            type="checkbox"
            name="letter"
            value={letter.reference}
            form={BULK_FORM}
            aria-label={fill(bulkTexts[ui.language].pick, { name: name || letter.reference })}
          />
        </label>
      ) : (
        <span class="pick" aria-hidden="true" />
      )}
      <a
        href={href}
        aria-current={isOpen ? 'true' : undefined}
        data-reference={letter.reference}
        data-turbo-frame="letter"
        data-turbo-action="advance"
      >
        <span class="ln">
          <span class="l1">
            {letter.isUnread && <span class="sr">{texts.row.unread} </span>}
            {name ? (
              <span class="from" lang={writingOf(name)}>
                <Marked text={name} found={found} />
              </span>
            ) : (
              <span class="from">{texts.row.noName}</span>
            )}{' '}
            <span class="place">{placeName(ui, letter)}</span>
          </span>
          <span class="r1">
            <WhoInRow ui={ui} present={present ?? []} />
            {letter.isSensitive && <SpokenIcon name="lock" label={texts.row.sensitive} />}
            {letter.isSuspect && <SpokenIcon name="alert" label={texts.row.suspect} />}
            {letter.hasAttachments && <SpokenIcon name="clip" label={texts.row.hasAttachments} />}
            <SpokenIcon name={letter.channel} label={texts.channels[letter.channel]} />{' '}
            <time datetime={isoLocal(letter.receivedAt)}>{shortDay(letter.receivedAt, ui.now)}</time>
          </span>
        </span>
        <span class="ln">
          <span class="l2">
            {risk && <Icon name="alert" />}
            {risk && <span class="cat">{riskTexts[ui.language].kinds[risk.risk]}</span>}
            {!risk && letter.urgency === 'urgent' && (
              <span class="urgent">
                <Icon name="up" />
                {texts.row.urgent}
              </span>
            )}
            {!risk && letter.category !== null && (
              <span class="cat">{categoryName(ui, letter.category)}</span>
            )}{' '}
            <span class="snip" lang={writingOf(words, letter.language)}>
              {words ? <Marked text={words} found={found} /> : texts.row.noWords}
            </span>
          </span>
          <span class="r2">
            {risk === undefined ? (
              <AgeMark age={ageOf(letter, ui.now)} texts={texts.age} />
            ) : risk.riskTakenBy === null ? (
              <b class="late">{texts.row.riskFree}</b>
            ) : (
              <span>{fill(texts.row.riskTaken, { name: officerName(ui, risk.taker ?? '') })}</span>
            )}
          </span>
        </span>
      </a>
    </li>
  );
}

/** The sentence that a search found, else the subject, else the beginning. */
function rowWords({ subject, start, channel }: ListedLetter, found: ReadonlySet<string> | undefined): string {
  const sought = found && (sentenceWith(subject ?? '', found) ?? sentenceWith(start, found));
  return sought ?? (subject && channel === 'email' ? bareSubject(subject) : subject) ?? start;
}

/** The hour today, the day this year, else the day with its year. */
function shortDay(date: Date, now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const at = officeParts(date);
  const today = officeParts(now);
  if (at.year !== today.year) return `${two(at.day)}.${two(at.month)}.${at.year}.`;
  if (at.month === today.month && at.day === today.day) return `${two(at.hour)}:${two(at.minute)}`;
  return `${two(at.day)}.${two(at.month)}.`;
}
