import type { Sql } from '../../database/rows.js';
import type { Language } from '../../script/texts.js';
import { inLanguages } from '../../script/texts.js';
import { toLatin } from '../../script/transliterate.js';
import { markdownToText } from '../markdown.js';
import { type ReleaseSummary, summaryIn } from '../release-in-language.js';
import { newsById } from './news.queries.js';

/** What an e-mail tells of a release. */
export type NewsItem = Pick<
  ReleaseSummary,
  'slug' | 'section' | 'publishedAt' | 'textLanguage' | 'title' | 'lead'
>;

/** Longest beginning of a text that stands in for a missing lead, in characters. */
const BEGINNING = 300;

/** Those of the releases that are published now, in one version, oldest first. */
export async function newsOf(sql: Sql, language: Language, ids: string[]): Promise<NewsItem[]> {
  return (await newsById(sql, language, ids)).map((row) => {
    const summary = summaryIn(language, row);
    if (summary.lead !== '') return summary;
    const lead = beginningOf(row.beginning);
    return { ...summary, lead: summary.textLanguage === 'sr-Latn' ? toLatin(lead) : lead };
  });
}

function beginningOf(body: string): string {
  const [first = ''] = markdownToText(body).split('\n');
  return first.length <= BEGINNING ? first : `${first.slice(0, first.lastIndexOf(' ', BEGINNING))} …`;
}

const samples = inLanguages(
  [
    {
      title: 'Обновљена читаоница у Неготину',
      lead: 'Читаоница народне библиотеке ради и суботом, а књиге се позајмљују и преко школа.',
    },
    {
      title: 'Пријем ученика средњих музичких школа',
      lead: 'Тридесет ученика из дванаест школа одржало је концерт у згради на Андрићевом венцу.',
    },
  ],
  [
    {
      title: 'Reading room in Negotin renovated',
      lead: 'The public library’s reading room is open on Saturdays too, and schools lend its books.',
    },
    {
      title: 'Pupils of music schools received',
      lead: 'Thirty pupils of twelve schools gave a concert in the building at Andrićev venac.',
    },
  ],
);

/** Invented releases for the page on which officers look at e-mails. */
export const sampleNews = (language: Language): NewsItem[] =>
  samples[language].map(({ title, lead }, index) => ({
    ...{
      slug: 'primer',
      section: index === 0 ? 'culture' : 'education',
      textLanguage: language,
      title,
      lead,
    },
    publishedAt: new Date(Date.UTC(2026, 10, 20 + index, 11, 30)),
  }));
