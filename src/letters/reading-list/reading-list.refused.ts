/** Why a reading list does not take a change. */
export type ReadingListFault =
  /** The letter cannot be read to anybody: withdrawn, spam, or merged into another one. */
  | 'state'
  /** It has as many letters as the office reads at a time. */
  | 'full'
  /** The letter is on the list already. */
  | 'there'
  /** The letter, or the list, is not there any more. */
  | 'absent'
  /** A list without letters is handed to nobody. */
  | 'empty'
  /** A list was handed over on this day already. */
  | 'today'
  /** What was written on its letters would stand on no list. */
  | 'annotated'
  /** The next list has letters already. */
  | 'next-begun';

export class ReadingListRefused extends Error {
  constructor(readonly why: ReadingListFault) {
    super(`The reading list does not take the change (${why}).`);
    this.name = 'ReadingListRefused';
  }
}
