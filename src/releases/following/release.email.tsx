import { dateline, isoLocal } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { letterEmail } from '../../letters/emails/letter-email.js';
import { css } from '../../letters/emails/letter-email.styles.js';
import { plainText } from '../../letters/emails/plain-text.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { SECTIONS } from '../sections.js';
import { followEmailTexts } from './follow-email.texts.js';
import type { NewsItem } from './news.js';
import type { Rhythm } from './subscription.js';

/** Why the e-mail is sent: the rhythm's turn has come, or what waited for another rhythm is told now. */
export type Occasion = Rhythm | 'waited';

export interface ReleaseEmailFacts {
  language: Language;
  rhythm: Rhythm;
  occasion: Occasion;
  /** At least one. */
  news: NewsItem[];
  /** The follower's own page. */
  manageUrl: string;
}

/** Releases for one follower: titles, leads and links; below them, why it came and the way out. */
export function releaseEmail(profile: OfficeProfile, publicUrl: string, facts: ReleaseEmailFacts) {
  const { language, rhythm, occasion, news, manageUrl } = facts;
  const texts = followEmailTexts[language];
  const [first] = news as [NewsItem];
  const { subjectMany } = texts.digest;
  const subject =
    news.length === 1 ? first.title : fill(subjectMany, { title: first.title, more: news.length - 1 });
  const heading = occasion === 'immediate' ? undefined : texts.digest[occasion];
  const why = texts.release.why[rhythm];
  const items = news.map((item) => ({ ...item, ...wordsOf(profile, publicUrl, language, item) }));
  const html = letterEmail({
    ...{ language, profile, subject, note: texts.release.note, preview: first.lead },
    children: (
      <>
        {heading !== undefined && (
          <h1 class="blue" style={css.h1}>
            {heading}
          </h1>
        )}
        {items.map((item) => (
          <Item language={language} item={item} isAlone={heading === undefined} />
        ))}
        <p class="hair" style={css.warning}>
          {why}{' '}
          <a class="blue" href={manageUrl} style={css.textLink}>
            {texts.release.manage}
          </a>
        </p>
      </>
    ),
  });
  const text = plainText(profile, language, [
    ...(heading === undefined ? [] : [heading]),
    ...items.map(({ line, title, note, lead, url }) =>
      [line, title, note, lead, url].filter((part) => part !== undefined && part !== '').join('\n'),
    ),
    `${why}\n${texts.release.manage}:\n${manageUrl}`,
    texts.release.note,
  ]);
  return { subject, html, text };
}

function wordsOf(profile: OfficeProfile, publicUrl: string, language: Language, item: NewsItem) {
  const date = dateline(item.publishedAt, profile.timeZone);
  return {
    date,
    isoDate: isoLocal(item.publishedAt, profile.timeZone),
    line: item.section === null ? date : `${textIn(language, SECTIONS[item.section])} · ${date}`,
    note: item.textLanguage === language ? undefined : followEmailTexts[language].release.onlySerbian,
    lang: item.textLanguage === language ? undefined : item.textLanguage,
    url: publicUrl + paths.release(language, item.slug),
  };
}

function Item({
  language,
  item,
  isAlone,
}: {
  language: Language;
  item: NewsItem & ReturnType<typeof wordsOf>;
  isAlone: boolean;
}) {
  const { read } = followEmailTexts[language].release;
  return (
    <>
      <p class="soft" style={css.copyTight}>
        <time datetime={item.isoDate}>{item.line}</time>
      </p>
      {isAlone ? (
        <h1 class="blue" style={css.h1} lang={item.lang}>
          {item.title}
        </h1>
      ) : (
        <h2 class="ink" style={css.h2} lang={item.lang}>
          {item.title}
        </h2>
      )}
      {item.note !== undefined && <p style={css.p}>{item.note}</p>}
      {item.lead !== '' && (
        <p style={css.p} lang={item.lang}>
          {item.lead}
        </p>
      )}
      <p style={css.lastP}>
        {isAlone ? (
          <a class="button" href={item.url} style={css.button}>
            {read}
          </a>
        ) : (
          <a class="blue" href={item.url} style={css.textLink}>
            {read}
            <span style={css.preview}>: {item.title}</span>
          </a>
        )}
      </p>
    </>
  );
}
