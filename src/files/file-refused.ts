/** Why a file is not taken: each is something that its sender can mend by choosing another file. */
export type FileRefusal = 'too-big' | 'forbidden-type' | 'lying-type' | 'empty';

/** A file that the office does not take; the rest of the letter is unharmed. */
export class FileRefused extends Error {
  constructor(
    readonly code: FileRefusal,
    /** The name as the sender may see it again. */
    readonly fileName: string,
    /** Bytes that arrived. */
    readonly size: number,
  ) {
    super(`A file was refused: ${code}.`);
    this.name = 'FileRefused';
  }
}

/** The disk is nearly full or cannot be written: nothing the sender did, so the answer is 503. */
export class StorageUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('Attachments cannot be stored now.', options);
    this.name = 'StorageUnavailable';
  }
}
