import type { ComponentChildren } from 'preact';
import { dateline } from '../../calendar/dates.js';
import { type BulkJob, isRunning } from '../../letters/bulk/bulk-job.js';
import type { BulkItem } from '../../letters/bulk/bulk.queries.js';
import { mayBeUndone } from '../../letters/bulk/bulk.service.js';
import { UNDO_MINUTES } from '../../letters/undo.js';
import { fill } from '../../script/texts.js';
import { Icon, type IconName } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { letterLink } from '../list/inbox.view.js';
import { stateName } from '../state-name.js';
import type { Ui } from '../ui.js';
import { writingOf } from '../writing.js';
import { bulkTexts, lettersOf } from './bulk.texts.js';

export interface JobPaneProps {
  ui: Ui;
  job: BulkJob;
  items: readonly BulkItem[];
  /** Where the list of letters goes on. */
  next: number | undefined;
  /** Names of the accounts that the job names. */
  names: ReadonlyMap<string, string>;
  /** What went wrong just now. */
  problem: string | undefined;
  /** Query of the list beside the job. */
  query: string;
  /** What a reply says, for whoever reads or approves it. */
  children?: ComponentChildren;
}

type Kind = keyof (typeof bulkTexts)['en']['orders'];

/** A job as it stands: what it does, how far it is, what can be done about it, and how it ended for each letter. */
export function JobPane(props: JobPaneProps) {
  const { ui, job, names, problem } = props;
  const texts = bulkTexts[ui.language];
  const settled = job.done + job.skipped + job.failed;
  const words = { settled, total: job.total, error: job.lastError ?? '', reason: job.sentBackReason ?? '' };
  return (
    <section
      class="letter"
      id="job"
      aria-labelledby="job-heading"
      data-job={isRunning(job) ? paths.bulkJob(job.id) + props.query : undefined}
    >
      <div class="sheet">
        <header class="sheet-head">
          <h2 id="job-heading">{texts.orders[job.kind as Kind]}</h2>
          <p class="facts">
            <b>{lettersOf(ui.language, job.total)}</b>{' '}
            <span>
              {fill(texts.orderedBy, { who: names.get(job.orderedBy) ?? '', at: dateline(job.orderedAt) })}
            </span>{' '}
            {job.approvedBy !== null && (
              <span>
                {fill(texts.approvedBy, {
                  who: names.get(job.approvedBy) ?? '',
                  at: dateline(job.approvedAt!),
                })}
              </span>
            )}
          </p>
        </header>
        {problem !== undefined && (
          <p class="note bad" role="alert">
            {problem}
          </p>
        )}
        <div role="status">
          <p>
            <b>{fill(texts.saying[job.state], words)}</b>
          </p>
        </div>
        {job.state !== 'in_review' && job.state !== 'sent_back' && (
          <progress max={job.total} value={settled} aria-label={fill(texts.doneOf, words)} />
        )}
        {props.children}
        <Controls {...props} />
        <ul class="tally">
          {(['done', 'skipped', 'failed'] as const).map((part) => (
            <li class={part === 'failed' && job.failed > 0 ? 'late' : undefined}>
              <b>{job[part]}</b> {texts.tally[part]}
            </li>
          ))}
          <li>
            <b>{job.total - settled}</b> {texts.tally.pending}
          </li>
        </ul>
        <Results {...props} />
      </div>
    </section>
  );
}

function Controls({ ui, job, query }: JobPaneProps) {
  const texts = bulkTexts[ui.language];
  const isOwn = job.orderedBy === ui.account.id;
  const press = (part: 'stop' | 'undo' | 'retry', words: string) => (
    <form method="post" action={paths.bulkJobPart(job.id, part) + query}>
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <button class="btn">{words}</button>
    </form>
  );
  const minutes = job.finishedAt
    ? Math.ceil(UNDO_MINUTES - (ui.now.getTime() - job.finishedAt.getTime()) / 60_000)
    : 0;
  return (
    <div class="acts">
      {isOwn && (isRunning(job) || job.state === 'in_review') && press('stop', texts.stop)}
      {isOwn && job.state === 'failed' && press('retry', texts.retry)}
      {isOwn && mayBeUndone(job, ui.now) && (
        <>
          {press('undo', texts.undo)} <span class="mid">{fill(texts.undoHint, { minutes })}</span>
        </>
      )}
      {job.isUndone && <span class="mid">{texts.undone}</span>}
      {isRunning(job) && (
        <a class="btn plain" href={paths.bulkJob(job.id) + query}>
          {texts.refresh}
        </a>
      )}
    </div>
  );
}

const ICONS: Record<BulkItem['state'], { name: IconName; class?: string }> = {
  done: { name: 'check', class: 'ok' },
  skipped: { name: 'lock' },
  failed: { name: 'cross', class: 'no' },
  pending: { name: 'clock' },
};

function Results({ ui, job, items, next, query }: JobPaneProps) {
  const texts = bulkTexts[ui.language];
  const outcomes: Record<string, string> = texts.outcomes;
  const said = ({ state, code, letterState }: BulkItem) =>
    fill(outcomes[code ?? state] ?? outcomes[state] ?? '', { state: stateName(ui.language, letterState) });
  return (
    <section aria-labelledby="results-heading">
      <h2 id="results-heading">{texts.results}</h2>
      <ol class="results">
        {items.map((item) => {
          const name = `${item.name} ${item.surname}`.trim() || item.reference;
          return (
            <li>
              <span class={ICONS[item.state].class}>
                <Icon name={ICONS[item.state].name} />
              </span>
              <b lang={writingOf(name)}>{name}</b>
              <span>{said(item)}</span>
              <span>
                <a href={letterLink(item.reference)} aria-label={`${texts.open}: ${name}`}>
                  {texts.open}
                </a>
              </span>
            </li>
          );
        })}
      </ol>
      {next !== undefined && (
        <a class="btn" href={`${paths.bulkJob(job.id)}${query === '' ? '?' : `${query}&`}from=${next}`}>
          {texts.next}
        </a>
      )}
    </section>
  );
}
