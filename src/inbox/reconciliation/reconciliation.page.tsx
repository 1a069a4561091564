import type { ComponentChildren } from 'preact';
import { dateline, dayInWords } from '../../calendar/dates.js';
import type { CalendarDay } from '../../calendar/working-days.js';
import { type DayCounts, type Difference, differencesOf } from '../../letters/paper/day-counts.queries.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { inboxLink } from '../list/inbox.view.js';
import { reconciliationTexts } from './reconciliation.texts.js';

export interface ReconciliationPageProps {
  account: SignedIn;
  day: CalendarDay;
  before: CalendarDay;
  /** Undefined today. */
  after: CalendarDay | undefined;
  counts: DayCounts;
  /** Who counted the envelopes. */
  counter: string | undefined;
  /** Whether this account keeps the register: it counts, and follows the links. */
  keeps: boolean;
  told?: 'saved' | 'bad';
}

/** A day's arrivals by each channel against what became of them, and what does not agree. */
export function ReconciliationPage(props: ReconciliationPageProps) {
  const { account, day, before, after, counts, told } = props;
  const { language } = account;
  const texts = reconciliationTexts[language];
  const title = fill(texts.titleOf, { day: dayInWords(day) });
  const { email, web } = counts;
  return (
    <OfficePage account={account} language={language} title={title} active="reconciliation">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="hint">{texts.lead}</p>
      </header>
      {told && (
        <p class={told === 'bad' ? 'note bad' : 'note'} role={told === 'bad' ? 'alert' : 'status'}>
          {texts.post[told]}
        </p>
      )}
      <form class="acts" action={paths.reconciliation}>
        <a class="btn" rel="prev" href={paths.reconciliationOf(before)}>
          {texts.before}
        </a>
        <label for="day">{texts.day}</label>
        <span>
          <input id="day" name="day" value={dayInWords(day)} inputmode="numeric" autocomplete="off" />
        </span>
        <button class="btn">{texts.show}</button>
        {after && (
          <a class="btn" rel="next" href={paths.reconciliationOf(after)}>
            {texts.after}
          </a>
        )}
      </form>
      <Differences {...props} />
      <div class="tiles">
        <PostCard {...props} />
        <Card
          id="email"
          heading={texts.email.heading}
          lines={[
            [texts.email.arrived, email.arrived],
            [texts.email.letters, email.letters],
            [texts.email.added, email.added],
            [texts.email.quarantined, email.quarantined],
            [texts.email.aside, email.aside],
            [texts.email.owed, email.owed],
            [texts.registered, email.letters - email.unnumbered],
          ]}
        />
        <Card
          id="web"
          heading={texts.web.heading}
          lines={[
            [texts.web.letters, web.letters],
            [texts.registered, web.letters - web.unnumbered],
          ]}
        />
      </div>
    </OfficePage>
  );
}

/** Where each difference is looked at. */
const PLACES: Partial<Record<Difference, string>> = {
  'envelopes-missing': paths.newPost,
  'envelopes-over': inboxLink({ channel: 'post', state: 'all' }),
  'scans-waiting': paths.post,
  'scans-aside': paths.post,
  'scans-unread': paths.post,
  'mails-quarantined': paths.quarantine,
  uncounted: '#envelopes',
};

function Differences({ account, counts, keeps }: ReconciliationPageProps) {
  const texts = reconciliationTexts[account.language];
  const differences = differencesOf(counts);
  if (differences.length === 0)
    return (
      <p class="note">
        <Icon name="check" />
        {texts.none}
      </p>
    );
  return (
    <section class="note" aria-labelledby="differences">
      <Icon name="alert" />
      <div>
        <h2 id="differences">{texts.differences}</h2>
        <ul>
          {differences.map(({ kind, count }) => {
            const place = PLACES[kind];
            const said = fill(texts.kinds[kind], { count });
            return (
              <li>
                {said}{' '}
                {keeps && place && (
                  <a href={place}>
                    {texts.see}
                    <span class="sr">: {said}</span>
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

function PostCard({ account, counts: { post }, counter, keeps, day }: ReconciliationPageProps) {
  const texts = reconciliationTexts[account.language];
  const own = texts.post;
  const by =
    post.countedAt === null ? '' : fill(own.by, { name: counter ?? '', when: dateline(post.countedAt) });
  return (
    <Card
      id="post"
      heading={own.heading}
      lines={[
        [by === '' ? own.counted : `${own.counted} (${by})`, post.counted ?? own.not],
        [own.letters, post.letters],
        [own.waiting, post.waiting],
        [own.aside, post.aside],
        [texts.registered, post.letters - post.unnumbered],
      ]}
    >
      {keeps && (
        <form method="post" action={paths.reconciliation} class="stack">
          <input type="hidden" name="_csrf" value={account.csrfToken} />
          <input type="hidden" name="day" value={day} />
          <div class="field">
            <label for="envelopes">{own.label}</label>
            <input id="envelopes" name="envelopes" inputmode="numeric" autocomplete="off" maxlength={5} />
          </div>
          <div>
            <button class="btn">{own.save}</button>
          </div>
        </form>
      )}
    </Card>
  );
}

function Card({
  id,
  heading,
  lines,
  children,
}: {
  id: string;
  heading: string;
  lines: [string, number | string][];
  children?: ComponentChildren;
}) {
  return (
    <section class="card" aria-labelledby={`${id}-heading`}>
      <header>
        <h2 id={`${id}-heading`}>{heading}</h2>
      </header>
      <div class="in">
        <table>
          <tbody>
            {lines.map(([name, value]) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="num">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {children}
      </div>
    </section>
  );
}
