import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LetterView } from '../../letters/letter.view.js';
import type { Language } from '../../script/texts.js';
import { toLatin } from '../../script/transliterate.js';
import { fillLine, LINE_FIELDS, unknownFields } from '../line-fields.js';
import { allLines, deleteLine, insertLine, type StandardLine, updateLine } from './lines.queries.js';

export const LONGEST_LINE = 5_000;
export const LONGEST_NAME = 100;

/** What is wrong with a standard line, by field. */
export interface LineFault {
  field: 'name' | 'body';
  code: 'name' | 'body' | 'tooLong' | 'taken' | 'unknownField';
  values: Record<string, string | number>;
}

/** The office's standard lines, kept by those who answer letters. */
@Injectable()
export class StandardLines {
  constructor(private readonly dataSource: DataSource) {}

  all(): Promise<StandardLine[]> {
    return allLines(this.dataSource);
  }

  /** Lines that fit a reply's language, filled for its letter. Cyrillic lines serve Latin replies. */
  async filled(letter: LetterView, language: Language): Promise<{ name: string; text: string }[]> {
    return (await this.all())
      .filter((line) => (line.language === 'en') === (language === 'en'))
      .map((line) => ({ line, body: language === 'sr-Latn' ? latinOutsideFields(line.body) : line.body }))
      .map(({ line, body }) => ({ name: line.name, text: fillLine(body, letter, language) }));
  }

  /** Writes a new line, or another form of one (with its id). Gives what is wrong; nothing is written then. */
  async save(line: Omit<StandardLine, 'id'> & { id?: string }, accountId: string): Promise<LineFault[]> {
    const tidy = { ...line, name: line.name.trim(), body: line.body.replaceAll('\r\n', '\n').trim() };
    const faults = faultsOf(tidy);
    if (faults.length > 0) return faults;
    const { id } = tidy;
    const isSaved =
      id === undefined
        ? await insertLine(this.dataSource, tidy, accountId)
        : await updateLine(this.dataSource, { ...tidy, id }, accountId);
    return isSaved ? [] : [{ field: 'name', code: 'taken', values: {} }];
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
