import type { Sql } from '../../database/rows.js';
import { type NamedRelease, namedReleases } from '../../releases/named-releases.queries.js';
import type { Language } from '../../script/texts.js';
import { type StaleCitation, staleCitations } from './citations.queries.js';

/** A citation that has to be looked at, with the release as it is now. */
export interface ChangedCitation extends StaleCitation {
  release: NamedRelease;
}

/** What the replies to a letter cite and no longer stands as it was cited. */
export async function changedCitations(
  sql: Sql,
  letterId: string,
  language: Language,
): Promise<ChangedCitation[]> {
  const stale = await staleCitations(sql, letterId);
  const releases = await namedReleases(
    sql,
    language,
    stale.map(({ slug }) => slug),
  );
  return stale.flatMap((one) => {
    const release = releases.find(({ slug }) => slug === one.slug);
    return release ? [{ ...one, release }] : [];
  });
}
