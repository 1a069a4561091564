/**
 * Why two letters are not merged: `absent` names no letter that the officer may see, `itself` the same letter twice;
 * `merged`, `kept-merged` and `keeps-others` would make a chain; `person` is another writer, as far as the letters say.
 */
export type MergeHindrance =
  'absent' | 'itself' | 'merged' | 'kept-merged' | 'keeps-others' | 'withdrawn' | 'reply' | 'person';

/** Two letters that cannot be merged, or one that is merged and so cannot be opened again by itself. */
export class MergeRefused extends Error {
  constructor(readonly why: MergeHindrance) {
    super(`The letters are not merged (${why}).`);
    this.name = 'MergeRefused';
  }
}
