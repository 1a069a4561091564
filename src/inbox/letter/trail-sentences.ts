import type { LetterEvent, LetterView } from '../../letters/letter.view.js';
import { dayInWords } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { stateName } from '../state-name.js';
import { categoryPath, markName, officerName, ruleName, type Ui, unitName } from '../ui.js';
import { trailTexts } from './trail.texts.js';

export interface TrailEntry {
  at: Date;
  sentence: string;
  /** A note stands out, and keeps its lines. */
  isNote: boolean;
}

/** The letter's history as sentences, oldest first; the same account's readings in a row are one. */
export function trailSentences(
  ui: Ui,
  letter: Pick<LetterView, 'channel' | 'registerNumber'>,
  events: readonly LetterEvent[],
  names: ReadonlyMap<string, string>,
): TrailEntry[] {
  return inRows(events).map(({ event, times }) => ({
    at: event.at,
    isNote: event.kind === 'note' || event.kind === 'annotation',
    sentence:
      times > 1
        ? fill(trailTexts[ui.language].readTimes, { who: whoDid(ui, event, names), count: times })
        : sentence(ui, letter, event, names),
  }));
}

/** The last of each row of readings by one account, with how many there were. */
function inRows(events: readonly LetterEvent[]): { event: LetterEvent; times: number }[] {
  const shown: { event: LetterEvent; times: number }[] = [];
  for (const event of events) {
    const last = shown.at(-1);
    if (event.kind === 'read' && last?.event.kind === 'read' && last.event.accountId === event.accountId) {
      last.event = event;
      last.times += 1;
    } else shown.push({ event, times: 1 });
  }
  return shown;
}

function sentence(
  ui: Ui,
  letter: Pick<LetterView, 'channel' | 'registerNumber'>,
  event: LetterEvent,
  names: ReadonlyMap<string, string>,
): string {
  const texts = trailTexts[ui.language];
  const who = whoDid(ui, event, names);
  const reason = event.reason ?? '';
  const nameOf = (id: unknown) => names.get(String(id)) ?? texts.somebody;
  const state = event.toState === null ? '' : stateName(ui.language, event.toState);
  switch (event.kind) {
    case 'received': {
      const { registerNumber: number, channel } = letter;
      const told = number === null ? texts.received[channel] : fill(texts.registered[channel], { number });
      return event.accountId === null ? told : `${told} ${fill(texts.entered, { who })}`;
    }
    case 'details':
      return event.toState === 'received'
        ? texts.completed
        : event.toState === 'details_needed'
          ? texts.missing
          : texts.stillMissing;
    case 'details-reminder':
    case 'details-closure':
      return texts[event.kind];
    case 'triage': {
      const { category, unit, urgency } = event.details;
      const words = { who, category: categoryPath(ui, String(category)), unit: unitName(ui, String(unit)) };
      const told = fill(urgency === 'urgent' ? texts.triageUrgent : texts.triage, words);
      if (typeof event.details.sensitive !== 'string') return told;
      const marks = event.details.sensitive.split(' ').map((mark) => markName(ui, mark));
      return `${told} ${fill(texts.sensitive, { marks: marks.join(', ') })}`;
    }
    case 'assignment': {
      const to = String(event.details.assignedTo);
      return to === event.accountId
        ? fill(texts.taken, { who })
        : fill(texts.assignment, { who, to: names.get(to) ?? texts.somebody });
    }
    case 'handing-back':
      return fill(texts.handingBack, { who });
    case 'closure':
    case 'reopening':
    case 'spam':
      return fill(texts[event.kind], { who, reason });
    case 'withdrawal':
    case 'link':
      return texts[event.kind];
    case 'rule': {
      const { rule, category, unit } = event.details;
      const words = { category: categoryPath(ui, String(category)), unit: unitName(ui, String(unit)) };
      return fill(texts.rule, { rule: ruleName(ui, String(rule)), ...words });
    }
    case 'merge':
      return fill(texts.merge, { who, number: String(event.details.kept) });
    case 'merged':
      return fill(texts.merged, { who, number: String(event.details.merged) });
    case 'separation':
      return fill(texts.separation, { who, number: String(event.details.kept), reason });
    case 'separated':
      return fill(event.accountId === null ? texts.alone : texts.separated, {
        who,
        number: String(event.details.merged),
      });
    case 'supplement':
    case 'follow-up': {
      const told =
        event.kind === 'follow-up' ? texts.followUp : event.details.by ? texts.answer : texts.supplement;
      const merged = event.details.merged;
      const words = { number: String(merged), state };
      const first = merged === undefined ? told : fill(texts.ofMerged[event.kind], words);
      return event.toState === null ? first : `${first} ${fill(texts.reopens, words)}`;
    }
    case 'auto-reply':
      return texts.autoReply;
    case 'read':
    case 'delivered':
      return fill(texts[event.kind], { who });
    case 'handing-over': {
      const people = { from: nameOf(event.details.from), to: nameOf(event.details.assignedTo) };
      return fill(event.toState === null ? texts.handingOver : texts.handingOverToNobody, people);
    }
    case 'undo':
      return fill(texts.undo, { who, what: texts.undone[String(event.details.undone)] ?? '' });
    case 'risk':
      return fill(texts.risk, { who, kind: texts.risks[String(event.details.risk)] ?? '', reason });
    case 'risk-taking':
      return fill(texts.riskTaking, { who });
    case 'risk-outcome':
      return fill(texts.riskOutcome, { who, reason });
    case 'note':
      return fill(texts.note, { who, reason });
    case 'reply-submission':
    case 'reply-approval':
    case 'reply-release':
    case 'reply-edit':
    case 'reply-discarding':
    case 'citation-review':
    case 'dispatch-recall':
      return fill(texts.reply[event.kind], { who });
    case 'reply-sending-back':
      return fill(texts.reply[event.kind], { who, reason });
    case 'dispatch-order':
      return fill(texts.reply[event.kind], { who, route: routeOf(texts.routes, event) });
    case 'dispatch':
      return fill(texts.reply.dispatch, { route: routeOf(texts.routes, event) });
    case 'reply-returned':
      return fill(texts.reply['reply-returned'], { route: routeOf(texts.routes, event), reason });
    case 'call':
      return fill(texts.calls[String(event.details.outcome)] ?? texts.calls.answered!, { who, reason });
    case 'forwarding-order':
    case 'forwarding-recall':
    case 'forwarding':
    case 'forwarding-notice':
    case 'forwarding-notice-returned':
    case 'forwarding-returned':
    case 'forwarding-answer':
      return forwardingSentence(ui, event, who);
    case 'reading':
    case 'reading-removal':
    case 'presentation':
    case 'presentation-recall':
    case 'annotation':
      return readingSentence(ui, event, { who, reason, state });
    case 'due-warning':
      return texts.dueWarning;
    case 'escalation':
      return texts.escalation;
    case 'move':
      return event.mover === 'officer' ? fill(texts.movedBy, { who, state }) : fill(texts.moved, { state });
  }
}

/** How a letter is read by whom it is written to, and what was written on it. */
function readingSentence(
  ui: Ui,
  { kind, details, toState }: LetterEvent,
  words: { who: string; reason: string; state: string },
): string {
  const texts = trailTexts[ui.language].reading;
  const told = fill(texts[kind as keyof typeof texts], { ...words, day: dayInWords(String(details.day)) });
  if (kind !== 'annotation' || details.wish !== 'work') return told;
  return [told, texts.wanted, ...(toState === null ? [] : [fill(texts.again, words)])].join(' ');
}

/** How a letter is handed to another body, and what became of it there. */
function forwardingSentence(ui: Ui, event: LetterEvent, who: string): string {
  const { forwarding: texts, routes } = trailTexts[ui.language];
  const { details, kind } = event;
  const words = {
    ...{ who, route: routeOf(routes, event), reason: event.reason ?? '' },
    name: officerName(ui, String(details.name ?? '')),
  };
  const isByOffice = event.mover === 'system';
  if (kind === 'forwarding-order') return fill(texts.ordered, words);
  if (kind === 'forwarding-recall') return fill(isByOffice ? texts.overtaken : texts.recalled, words);
  if (kind === 'forwarding') return fill(texts.left, words);
  if (kind === 'forwarding-notice') return fill(texts.notice, words);
  if (kind === 'forwarding-notice-returned')
    return fill(details.next === 'post' ? texts.noticePrinted : texts.noticeReturned, words);
  if (kind === 'forwarding-answer') return fill(texts.answered, words);
  return fill(isByOffice ? texts.failed : texts.returned, words);
}

const routeOf = (routes: Record<string, string>, { details }: LetterEvent) =>
  routes[String(details.route)] ?? '';

function whoDid(ui: Ui, event: LetterEvent, names: ReadonlyMap<string, string>): string {
  return (
    (event.accountId === null ? undefined : names.get(event.accountId)) ?? trailTexts[ui.language].somebody
  );
}

/** Every account that the history names. */
export function accountsIn(events: readonly LetterEvent[]): string[] {
  const ids = events.flatMap(({ accountId, details }) => [accountId, details.assignedTo, details.from]);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}
