/** Why a step is not taken; the key of a sentence in `newsroom.texts.ts`. */
export type NewsroomRefusal =
  | 'not-writable'
  | 'not-in-this-state'
  | 'four-eyes'
  | 'changed-meanwhile'
  | 'not-ready'
  | 'reason-missing'
  | 'note-missing'
  | 'time-missing'
  | 'time-past'
  | 'too-many-files'
  | 'recipient-missing'
  | 'expiry-unreadable';

export class NewsroomRefused extends Error {
  constructor(readonly code: NewsroomRefusal) {
    super(`The newsroom refused a step: ${code}.`);
    this.name = 'NewsroomRefused';
  }
}

/** Somebody else saved after this page was opened: nothing is overwritten, both texts are shown. */
export class SavedMeanwhile extends Error {
  constructor() {
    super('Somebody else saved the release meanwhile.');
    this.name = 'SavedMeanwhile';
  }
}
