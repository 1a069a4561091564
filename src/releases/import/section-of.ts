import { searchKey } from '../../script/search-key.js';
import { isSection, SECTIONS, type SectionCode } from '../sections.js';

/** The section that a source names by its code or its name, in either script or in English. */
export function sectionOf(text: string): SectionCode | undefined {
  const named = text.trim();
  if (isSection(named)) return named;
  const key = searchKey(named);
  return (Object.keys(SECTIONS) as SectionCode[]).find((code) =>
    [SECTIONS[code].sr, SECTIONS[code].en].some((name) => searchKey(name) === key),
  );
}
