import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LetterView } from '../../letters/letter.view.js';
import type { Language } from '../../script/texts.js';
import { toLatin } from '../../script/transliterate.js';
import { Environment } from '../../config/environment.js';
import { type NamedRelease, namedReleases } from '../../releases/named-releases.queries.js';
import { citation, citedIn } from '../citations/cited.js';
import { fillLine, fillReleases, LINE_FIELDS, releasesIn, unknownFields } from '../line-fields.js';
import { allLines, deleteLine, insertLine, type StandardLine, updateLine } from './lines.queries.js';

export const LONGEST_LINE = 5_000;
export const LONGEST_NAME = 100;

/** What is wrong with a standard line, by field. */
export interface LineFault {
  field: 'name' | 'body';
  code: 'name' | 'body' | 'tooLong' | 'taken' | 'unknownField' | 'unknownRelease';
  values: Record<string, string | number>;
}

/** The office's standard lines, kept by those who answer letters. */
@Injectable()
export class StandardLines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
  ) {}

  all(): Promise<StandardLine[]> {
    return allLines(this.dataSource);
  }

  /** Lines that fit a reply's language, filled for its letter. Cyrillic lines serve Latin replies. */
  async filled(letter: LetterView, language: Language): Promise<{ name: string; text: string }[]> {
    const lines = (await this.all()).filter((line) => (line.language === 'en') === (language === 'en'));
    const releases = await this.releasesOf(lines, language);
    const citations = new Map(
      releases
        .filter(({ isWithdrawn }) => !isWithdrawn)
        .map((release) => [release.slug, citation(release, language, this.environment.publicUrl)]),
    );
    return lines
      .map((line) => ({ line, body: language === 'sr-Latn' ? latinOutsideFields(line.body) : line.body }))
      .map(({ line, body }) => ({
        name: line.name,
        text: fillLine(fillReleases(body, citations), letter, language),
      }));
  }

  /** The releases that these lines cite, by a field or by an address. */
  releasesOf(lines: readonly Pick<StandardLine, 'body'>[], language: Language): Promise<NamedRelease[]> {
    const slugs = lines.flatMap(({ body }) => [...releasesIn(body), ...citedIn(body)]);
    return namedReleases(this.dataSource, language, [...new Set(slugs)]);
  }

  /** Writes a new line, or another form of one (with its id). Gives what is wrong; nothing is written then. */
  async save(line: Omit<StandardLine, 'id'> & { id?: string }, accountId: string): Promise<LineFault[]> {
    const tidy = { ...line, name: line.name.trim(), body: line.body.replaceAll('\r\n', '\n').trim() };
    const faults = [...faultsOf(tidy), ...(await this.releaseFaults(tidy.body))];
    if (faults.length > 0) return faults;
    const { id } = tidy;
    const isSaved =
      id === undefined
        ? await insertLine(this.dataSource, tidy, accountId)
        : await updateLine(this.dataSource, { ...tidy, id }, accountId);
    return isSaved ? [] : [{ field: 'name', code: 'taken', values: {} }];
  }

  /** A field for a release that is not published would leave a hole in every reply. */
  private async releaseFaults(body: string): Promise<LineFault[]> {
    const slugs = releasesIn(body);
    const found = await namedReleases(this.dataSource, 'sr-Cyrl', slugs);
    const slug = slugs.find((one) => !found.some((release) => release.slug === one && !release.isWithdrawn));
    return slug === undefined ? [] : [{ field: 'body', code: 'unknownRelease', values: { slug } }];
  }

  remove(id: string): Promise<void> {
    return deleteLine(this.dataSource, id);
  }
}

function faultsOf({ name, body }: Pick<StandardLine, 'name' | 'body'>): LineFault[] {
  const faults: LineFault[] = [];
  if (name === '') faults.push({ field: 'name', code: 'name', values: {} });
  if (name.length > LONGEST_NAME)
    faults.push({ field: 'name', code: 'tooLong', values: { limit: LONGEST_NAME } });
  if (body === '') faults.push({ field: 'body', code: 'body', values: {} });
  if (body.length > LONGEST_LINE)
    faults.push({ field: 'body', code: 'tooLong', values: { limit: LONGEST_LINE } });
  const [unknown] = unknownFields(body);
  if (unknown !== undefined)
    faults.push({
      field: 'body',
      code: 'unknownField',
      values: { name: unknown.slice(0, 50), names: LINE_FIELDS.join(', ') },
    });
  return faults;
}

/** Names of fields are not words. */
const latinOutsideFields = (body: string) =>
  body.replace(/\{\{\s*[^?{}][^{}]*\}\}|[^{]+|\{/g, (part) => (part.startsWith('{{') ? part : toLatin(part)));
