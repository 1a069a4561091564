import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../script/texts.js';
import { toLatin } from '../script/transliterate.js';
import { markWords, sentenceWith, wordsOf } from './found-words.js';
import { markdownToText } from './markdown.js';
import type { ReleaseDetail, ReleaseSummary } from './release-in-language.js';
import { wordsFound } from './releases.queries.js';
import { ReleasesService } from './releases.service.js';

export interface FoundRelease extends ReleaseSummary {
  found: ReturnType<typeof marked>;
}

/** Search in either script and in English, newest first, with the found words marked as they are shown. */
@Injectable()
export class ReleaseSearchService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly releases: ReleasesService,
  ) {}

  async search(
    q: string,
    language: Language,
    page: { limit: number; before?: string; section?: string },
  ): Promise<FoundRelease[]> {
    const hits = await this.releases.hitsOf(q);
    const releases = await this.releases.listWhole(language, { ...page, hits });
    const texts = releases.map((release) => ({ release, body: plainBody(release) }));
    const [serbian, english] = await Promise.all([
      this.wordsFound(
        q,
        texts.filter(({ release }) => release.textLanguage !== 'en'),
        'serbian',
      ),
      this.wordsFound(
        q,
        texts.filter(({ release }) => release.textLanguage === 'en'),
        'english',
      ),
    ]);
    return texts.map(({ release, body }) => ({
      ...release,
      found: marked(release, body, release.textLanguage === 'en' ? english : serbian),
    }));
  }

  private async wordsFound(
    q: string,
    texts: { release: ReleaseDetail; body: string }[],
    stemmer: 'serbian' | 'english',
  ): Promise<Set<string>> {
    const words = wordsOf(
      texts.map(({ release, body }) => `${release.title} ${release.lead} ${body}`).join(' '),
    );
    return new Set(words.length === 0 ? [] : await wordsFound(this.dataSource, q, words, stemmer));
  }
}

const plainBody = ({ body, textLanguage }: ReleaseDetail) =>
  textLanguage === 'sr-Latn' ? toLatin(markdownToText(body)) : markdownToText(body);

/** The lead says what a release is about; only when the words stand elsewhere is their sentence shown instead. */
function marked({ title, lead }: ReleaseDetail, body: string, words: ReadonlySet<string>) {
  const isInLead = sentenceWith(`${title}\n${lead}`, words) !== undefined;
  const sentence = isInLead ? lead : (sentenceWith(body, words) ?? lead);
  return { title: markWords(title, words), sentence: markWords(sentence, words) };
}
