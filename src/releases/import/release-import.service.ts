import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type NewRelease, problemsOf } from '../new-release.js';
import { PictureMaker } from '../picture-maker.service.js';
import { writeRelease } from '../release-writing.js';
import { isSlug } from '../slug.js';
import type { Found, FoundRelease, Remark } from './found-release.js';
import { importedAmong, isSlugTaken, noteImported } from './imported.queries.js';
import { checkPicture, makePicture, PictureFlaw } from './picture-file.js';

export interface ImportReport {
  /** Published now or, in a rehearsal, ready to be. */
  imported: number;
  /** Imported by an earlier run, and left as they are. */
  there: number;
  refused: number;
  flaws: Remark[];
  notes: Remark[];
}

export interface ImportOptions {
  /** Checks everything and writes nothing. */
  isRehearsal: boolean;
  progress(done: number, total: number): void;
}

/**
 * Publishes what was published elsewhere before, each release with the key of its source in one transaction: run again,
 * it adds only what is new. Followers are not told. One item that is refused leaves the others unharmed.
 */
@Injectable()
export class ReleaseImport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pictures: PictureMaker,
  ) {}

  async import(found: Found[], { isRehearsal, progress }: ImportOptions): Promise<ImportReport> {
    const report: ImportReport = { imported: 0, there: 0, refused: 0, flaws: [], notes: [] };
    const keys = found.flatMap(({ release }) => (release === undefined ? [] : [release.key]));
    const before = await importedAmong(this.dataSource, keys);
    const seen = { keys: new Map<string, FoundRelease>(), slugs: new Set<string>() };
    for (const [index, { release, flaws, notes }] of found.entries()) {
      report.notes.push(...notes);
      if (release !== undefined && before.has(release.key)) report.there += 1;
      else {
        const problems =
          flaws.length > 0 || release === undefined ? flaws : await this.take(release, isRehearsal, seen);
        report.flaws.push(...problems);
        report[problems.length > 0 ? 'refused' : 'imported'] += 1;
        if (problems.length === 0 && release !== undefined) report.notes.push(...scriptNotes(release));
      }
      progress(index + 1, found.length);
    }
    return report;
  }

  /** Gives what keeps it from being published; nothing when it is. */
  private async take(
    found: FoundRelease,
    isRehearsal: boolean,
    seen: { keys: Map<string, FoundRelease>; slugs: Set<string> },
  ): Promise<Remark[]> {
    const flaw = (text: string) => [{ file: found.file, line: found.line, text }];
    const twin = seen.keys.get(found.key);
    if (twin !== undefined) return flaw(`It is the same item as the one at ${twin.file}:${twin.line}.`);
    seen.keys.set(found.key, found);
    if (found.publishedAt > new Date())
      return flaw('Its date lies in the future: schedule it in the newsroom.');
    const { slug } = found;
    const isTaken =
      slug !== undefined && (seen.slugs.has(slug) || (await isSlugTaken(this.dataSource, slug)));
    if (isTaken) return flaw(`The slug "${slug}" is taken.`);
    try {
      const release = await this.prepare(found, isRehearsal, seen.slugs);
      const problems = problemsOf(release);
      if (problems.length > 0) return problems.flatMap(flaw);
      if (release.slug !== undefined) seen.slugs.add(release.slug);
      if (!isRehearsal)
        await this.dataSource.transaction(async (tx) => {
          const { id } = await writeRelease(tx, release);
          await noteImported(tx, found.key, id);
        });
      return [];
    } catch (error) {
      if (error instanceof PictureFlaw) return flaw(error.message);
      return flaw(`It could not be published: ${(error as Error).message}.`);
    }
  }

  private async prepare(found: FoundRelease, isRehearsal: boolean, slugs: Set<string>): Promise<NewRelease> {
    const { publishedAt, section, sr, en } = found;
    const pictures: NewRelease['pictures'] = [];
    for (const picture of found.pictures)
      if (!isRehearsal) pictures.push(await makePicture(this.pictures, picture));
      else await checkPicture(this.pictures, picture);
    const before = found.calledBefore ?? '';
    const isFree = isSlug(before) && !slugs.has(before) && !(await isSlugTaken(this.dataSource, before));
    return { slug: found.slug ?? (isFree ? before : undefined), publishedAt, section, sr, en, pictures };
  }
}

/** Serbian in Latin stays as it was written: no machine knows where "nj" is not "њ". */
function scriptNotes({ sr, file, line }: FoundRelease): Remark[] {
  const isLatin = !/\p{Script=Cyrillic}/u.test(sr.title) && /\p{Script=Latin}/u.test(sr.title);
  return isLatin ? [{ file, line, text: 'It is in Latin, and is shown so in Cyrillic too.' }] : [];
}
