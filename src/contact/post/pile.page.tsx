import { dateline, isoLocal } from '../../calendar/dates.js';
import type { PostScan, UnreadPile } from '../../letters/paper/pile/pile.queries.js';
import { fill } from '../../script/texts.js';
import { toLatin } from '../../script/transliterate.js';
import type { SignedIn } from '../../staff/account.js';
import { asset } from '../../web/assets.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { pileTexts } from './pile.texts.js';

export interface PilePageProps {
  account: SignedIn;
  counts: { waiting: number; aside: number };
  unread: UnreadPile[];
  waiting: PostScan[];
  aside: PostScan[];
  /** Accounts that have a scan before them. */
  names: ReadonlyMap<string, string>;
  /** What was just done. */
  told: string[];
}

/** The pile of scans: dropped, being read, waiting to be entered, put aside. */
export function PilePage(props: PilePageProps) {
  const { account, counts, told } = props;
  const { language } = account;
  const texts = pileTexts[language];
  return (
    <OfficePage
      account={account}
      language={language}
      title={texts.title}
      active="post"
      head={<script type="module" src={asset('pile.js')} />}
    >
      <header class="page-head">
        <h1>{texts.title}</h1>
        <p class="hint">{texts.lead}</p>
      </header>
      {told.map((line) => (
        <p class="note" role="status">
          {line}
        </p>
      ))}
      <p class="acts">
        {counts.waiting > 0 && (
          <a class="btn main" href={paths.newPostOf('next')}>
            {texts.enter}
          </a>
        )}
        <a class="btn" href={paths.newPost}>
          {texts.single}
        </a>
        <a class="btn" href={paths.reconciliation}>
          {texts.reconciliation}
        </a>
        <a class="btn" href={paths.postSeparator} target="_blank">
          <Icon name="print" /> {texts.separator}
        </a>
      </p>
      <Drop {...props} />
      <Unread {...props} />
      <section class="card wide" aria-labelledby="waiting">
        <header>
          <h2 id="waiting">{fill(texts.waiting, { count: counts.waiting })}</h2>
        </header>
        <div class="in scroll" tabIndex={0} role="group" aria-labelledby="waiting">
          {props.waiting.length === 0 ? <p>{texts.none}</p> : <ScanTable {...props} scans={props.waiting} />}
        </div>
      </section>
      {props.aside.length > 0 && (
        <section class="card wide" aria-labelledby="aside">
          <header>
            <h2 id="aside">{fill(texts.asideHeading, { count: counts.aside })}</h2>
          </header>
          <div class="in scroll" tabIndex={0} role="group" aria-labelledby="aside">
            <ScanTable {...props} scans={props.aside} isAside />
          </div>
        </section>
      )}
    </OfficePage>
  );
}

function Drop({ account }: PilePageProps) {
  const texts = pileTexts[account.language].drop;
  return (
    <section class="card wide" aria-labelledby="drop">
      <header>
        <h2 id="drop">{texts.heading}</h2>
      </header>
      <form
        class="in scan"
        id="drop-form"
        method="post"
        enctype="multipart/form-data"
        action={`${paths.post}?_csrf=${encodeURIComponent(account.csrfToken)}`}
        data-sending={texts.sending}
      >
        <div class="drop field">
          <label for="scans">{texts.label}</label>
          <p class="hint" id="scans-hint">
            {texts.hint}
          </p>
          <input
            id="scans"
            name="scans"
            type="file"
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.heic"
            aria-describedby="scans-hint"
          />
        </div>
        <p class="acts">
          <button class="btn">{texts.send}</button> <span role="status" />
        </p>
      </form>
    </section>
  );
}

function Unread({ account, unread }: PilePageProps) {
  if (unread.length === 0) return null;
  const texts = pileTexts[account.language].unread;
  return (
    <section class="card wide" aria-labelledby="unread">
      <header>
        <h2 id="unread">{texts.heading}</h2>
      </header>
      <ul class="in">
        {unread.map(({ id, name, state, lastError }) => (
          <li class="acts">
            <span>
              <b>{name}</b>: {fill(texts[state], { error: lastError ?? '' })}
            </span>
            {state === 'failed' && (
              <Act account={account} path={paths.postPilePart(id, 'again')} text={texts.again} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ScanTable({
  account,
  scans,
  names,
  isAside = false,
}: PilePageProps & { scans: PostScan[]; isAside?: boolean }) {
  const texts = pileTexts[account.language];
  const { columns } = texts;
  return (
    <table>
      <thead>
        <tr>
          {[columns.scan, columns.pages, columns.dropped, isAside ? columns.reason : columns.remark, ''].map(
            (text) => (text === '' ? <td /> : <th scope="col">{text}</th>),
          )}
        </tr>
      </thead>
      <tbody>
        {scans.map((scan) => (
          <tr>
            <td class="any">
              <a href={paths.postPilePart(scan.id, 'scan')} target="_blank">
                {scan.envelopes > 1
                  ? fill(texts.envelope, {
                      name: scan.pileName,
                      position: scan.position,
                      count: scan.envelopes,
                    })
                  : scan.name}
              </a>
            </td>
            <td>{scan.pages.length || ''}</td>
            <td class="nw">
              <time datetime={isoLocal(scan.droppedAt)}>{dateline(scan.droppedAt)}</time>
            </td>
            <td class="any">{isAside ? scan.asideReason : <Remarks {...{ account, scan, names }} />}</td>
            <td class="nw">
              {isAside ? (
                <Act account={account} path={paths.postPilePart(scan.id, 'back')} text={texts.back} />
              ) : (
                <a
                  class="btn"
                  href={paths.newPostOf(scan.id)}
                  aria-label={fill(texts.takeOf, { name: scan.pileName, position: scan.position })}
                >
                  {texts.take}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remarks({ account, scan, names }: Pick<PilePageProps, 'account' | 'names'> & { scan: PostScan }) {
  const texts = pileTexts[account.language];
  const name = scan.takenBy === null ? undefined : names.get(scan.takenBy);
  const shown = name && account.language !== 'sr-Cyrl' ? toLatin(name) : name;
  return (
    <>
      {[
        scan.remark === null ? '' : texts.remarks[scan.remark],
        shown === undefined ? '' : fill(texts.takenBy, { name: shown }),
      ]
        .filter((part) => part !== '')
        .join('; ')}
    </>
  );
}

const Act = ({ account, path, text }: { account: SignedIn; path: string; text: string }) => (
  <form method="post" action={path}>
    <input type="hidden" name="_csrf" value={account.csrfToken} />
    <button class="btn" type="submit">
      {text}
    </button>
  </form>
);
