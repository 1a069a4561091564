import type { ComponentChildren } from 'preact';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { MOST_ABOUT } from '../../letters/about-release.queries.js';
import type { NamedRelease } from '../../releases/named-releases.queries.js';
import { aboutTexts } from '../about/about.texts.js';
import { inboxTexts, lettersInWords } from '../list/inbox.texts.js';
import { inboxLink } from '../list/inbox.view.js';
import { categoryPath, markName, placeName, type Ui, unitName } from '../ui.js';
import { writingOf } from '../writing.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { RelatedLetter } from '../../letters/related.queries.js';
import { RelatedList } from './related-list.js';
import { letterTexts } from './letter.texts.js';

/** A letter's release, and how many letters that the officer may see are about it. */
export interface LetterAbout {
  /** Undefined for an address that no published release has. */
  release: NamedRelease | undefined;
  letters: number;
}

/** Beside the words: how to answer the writer, and how the office has sorted the letter. */
export function LetterFacts({
  ui,
  letter,
  related = [],
  about,
}: {
  ui: Ui;
  letter: LetterView;
  /** Other letters of the same person. */
  related?: readonly RelatedLetter[];
  /** What is known of the release that it is about. */
  about?: LetterAbout;
}) {
  const texts = letterTexts[ui.language];
  return (
    <aside class="file" aria-label={texts.about}>
      <section>
        <h2>{texts.details.heading}</h2>
        <ContactDetails ui={ui} letter={letter} />
      </section>
      <section>
        <h2>{texts.sorted.heading}</h2>
        <Sorted ui={ui} letter={letter} about={about} />
      </section>
      <RelatedList ui={ui} letter={letter} related={related} />
    </aside>
  );
}

function ContactDetails({ ui, letter }: { ui: Ui; letter: LetterView }) {
  const texts = letterTexts[ui.language].details;
  const none = <span class="dim">{texts.none}</span>;
  const place = [
    letter.postalCode,
    placeName(ui, letter),
    letter.country === 'RS' ? undefined : letter.country,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <dl>
      <Fact name={texts.email}>
        {letter.email === null ? (
          none
        ) : (
          <a href={`mailto:${encodeURIComponent(letter.email).replace('%40', '@')}`}>{letter.email}</a>
        )}
      </Fact>
      <Fact name={texts.phone}>
        {letter.phone === null ? (
          none
        ) : letter.phoneE164 === null ? (
          letter.phone
        ) : (
          <a href={`tel:${letter.phoneE164}`}>{letter.phone}</a>
        )}
      </Fact>
      <Fact name={texts.address}>
        {letter.address.trim() === '' ? none : <span lang={writingOf(letter.address)}>{letter.address}</span>}
        {place && (letter.address.trim() === '' ? ` ${place}` : `, ${place}`)}
      </Fact>
      <Fact name={texts.replyBy}>
        {letter.replyBy === null ? texts.none : texts.replyWays[letter.replyBy]},{' '}
        {texts.scripts[letter.language]}
      </Fact>
    </dl>
  );
}

function Sorted({ ui, letter, about }: { ui: Ui; letter: LetterView; about: LetterAbout | undefined }) {
  const texts = letterTexts[ui.language].sorted;
  const not = <span class="dim">{texts.not}</span>;
  return (
    <dl>
      <Fact name={texts.category}>{letter.category === null ? not : categoryPath(ui, letter.category)}</Fact>
      {letter.urgency !== null && (
        <Fact name={texts.urgency}>
          {letter.urgency === 'urgent' ? (
            <>
              <span class="urgent">
                <Icon name="up" />
                {texts.urgent}
              </span>{' '}
              {letter.urgencyReason}
            </>
          ) : (
            texts.normal
          )}
        </Fact>
      )}
      <Fact name={texts.unit}>{letter.unit === null ? not : unitName(ui, letter.unit)}</Fact>
      {letter.sensitive.length > 0 && (
        <Fact name={texts.sensitive}>
          <Icon name="lock" /> {letter.sensitive.map((mark) => markName(ui, mark)).join(', ')}
        </Fact>
      )}
      <Fact name={texts.channel}>{inboxTexts[ui.language].channels[letter.channel]}</Fact>
      {letter.releaseSlug !== null && (
        <Fact name={texts.release}>
          <a href={paths.release(ui.language, letter.releaseSlug)}>
            {about?.release?.title ?? letter.releaseSlug}
          </a>
          {about && <AllAbout ui={ui} slug={letter.releaseSlug} about={about} />}
        </Fact>
      )}
    </dl>
  );
}

/** Whether the release still stands, and the way to every letter about it. */
function AllAbout({ ui, slug, about }: { ui: Ui; slug: string; about: LetterAbout }) {
  const texts = aboutTexts[ui.language];
  const { release, letters } = about;
  return (
    <>
      {release && release.changedAt !== null && (
        <>
          {' '}
          <span class="state bad">{release.isWithdrawn ? texts.withdrawn : texts.corrected}</span>
        </>
      )}
      <br />
      <a href={inboxLink({ release: slug, state: 'all' })}>
        {texts.all} ({lettersInWords(ui.language, Math.min(letters, MOST_ABOUT), letters > MOST_ABOUT)})
      </a>
      <br />
      <a href={paths.lettersAboutOne(slug)}>{texts.figures}</a>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
