import { dateline, day as dayOf, dayInWords } from '../../calendar/dates.js';
import type {
  ListedForReading,
  PastList,
  ReadingList,
} from '../../letters/reading-list/reading-list.queries.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { letterLink } from '../list/inbox.view.js';
import { stateName } from '../state-name.js';
import { officerName, placeName, type Ui } from '../ui.js';
import { ListedForm } from './listed-form.js';
import { AnnotationForm } from './annotation-form.js';
import type { ReadingProblem } from './reading-problem.js';
import { readingListTexts } from './reading-list.texts.js';

export interface ReadingListPageProps {
  ui: Ui;
  /** Undefined while nothing is on the list that is put together. */
  list: ReadingList | undefined;
  letters: readonly ListedForReading[];
  /** Who handed it over. */
  closer: string | undefined;
  past: readonly PastList[];
  /** Where still older ones follow. */
  older: string | undefined;
  problem?: ReadingProblem;
  done?: string;
}

/** A reading list: put together, or handed over and annotated. */
export function ReadingListPage(props: ReadingListPageProps) {
  const { ui, list, letters, problem, done } = props;
  const texts = readingListTexts[ui.language];
  const day = list?.day ?? null;
  const title = day === null ? texts.title : fill(texts.titleOf, { day: dayInWords(day) });
  return (
    <OfficePage account={ui.account} language={ui.language} title={title} active="inbox">
      <header class="page-head">
        <h1>{title}</h1>
      </header>
      {done && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      {problem && problem.reference === undefined && (
        <p class="note" role="alert" id="problem" tabindex={-1}>
          {problem.message}
        </p>
      )}
      {day === null ? <OpenHead {...props} /> : <ClosedHead {...props} day={day} />}
      {letters.length > 0 && (
        <ol class="reading">
          {letters.map((letter, index) => (
            <li class="card" aria-labelledby={`listed-${letter.reference}`}>
              <header>
                <h2 id={`listed-${letter.reference}`}>
                  {index + 1}. <a href={letterLink(letter.reference)}>{nameOf(letter)}</a>
                </h2>
                <span class="mid">
                  {[
                    placeName(ui, letter),
                    letter.registerNumber ?? letter.reference,
                    dayOf(letter.receivedAt),
                    stateName(ui.language, letter.state),
                  ]
                    .filter((fact) => fact !== '')
                    .join(' · ')}
                </span>
              </header>
              {day === null ? (
                <ListedForm
                  {...{ ui, letter, name: nameOf(letter) }}
                  place={{ isFirst: index === 0, isLast: index === letters.length - 1 }}
                  problem={problem?.reference === letter.reference ? problem : undefined}
                />
              ) : (
                <AnnotationForm
                  {...{ ui, letter, day }}
                  problem={problem?.reference === letter.reference ? problem : undefined}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <Past {...props} />
    </OfficePage>
  );
}

const nameOf = ({ name, surname, reference }: ListedForReading) => `${name} ${surname}`.trim() || reference;

function OpenHead({ ui, letters }: ReadingListPageProps) {
  const texts = readingListTexts[ui.language];
  const most = ui.profile.readingListLetters;
  if (letters.length === 0)
    return (
      <>
        <p>{fill(texts.lead, { most })}</p>
        <p>{texts.none}</p>
      </>
    );
  return (
    <>
      <p>{fill(texts.lead, { most })}</p>
      <p>
        <b>{fill(texts.count, { count: letters.length, most })}</b>
      </p>
      <form class="acts" method="post" action={paths.readingListPart('handing-over')}>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <a class="btn main" href={paths.readingListPart('letters.pdf')}>
          <Icon name="print" /> {texts.print}
        </a>
        <button class="btn" aria-describedby="hand-over-hint">
          {texts.handOver}
        </button>
        <span class="mid" id="hand-over-hint">
          {texts.handOverHint}
        </span>
      </form>
    </>
  );
}

function ClosedHead({ ui, list, letters, closer, day }: ReadingListPageProps & { day: string }) {
  const texts = readingListTexts[ui.language];
  return (
    <>
      <p class="mid">
        {closer !== undefined &&
          list?.closedAt &&
          fill(texts.handedOver, { name: officerName(ui, closer), at: dateline(list.closedAt) })}
      </p>
      <form class="acts" method="post" action={paths.readingListOfPart(day, 'recall')}>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <a class="btn" href={paths.readingListOfPart(day, 'letters.pdf')}>
          <Icon name="print" /> {texts.print}
        </a>
        {letters.every(({ annotation }) => annotation === null) && (
          <button class="btn plain">{texts.recall}</button>
        )}
        <a class="btn plain" href={paths.readingList}>
          {texts.open}
        </a>
      </form>
    </>
  );
}

function Past({ ui, past, older }: ReadingListPageProps) {
  const texts = readingListTexts[ui.language];
  return (
    <section aria-labelledby="past-heading">
      <h2 id="past-heading">{texts.past}</h2>
      {past.length === 0 ? (
        <p class="mid">{texts.noPast}</p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-labelledby="past-heading">
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.pastDay}</th>
                <th scope="col">{texts.pastLetters}</th>
                <th scope="col">{texts.pastAnnotated}</th>
              </tr>
            </thead>
            <tbody>
              {past.map(({ day, letters, annotated }) => (
                <tr>
                  <td>
                    <a href={paths.readingListOf(day)}>{dayInWords(day)}</a>
                  </td>
                  <td>{letters}</td>
                  <td>{annotated}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {older !== undefined && (
        <p>
          <a href={`${paths.readingList}?before=${older}`}>{texts.older}</a>
        </p>
      )}
    </section>
  );
}
