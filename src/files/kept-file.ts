/** A file that is stored for good as far as its sender is concerned; the owning room says what it belongs to. */
export interface KeptFile {
  /** SHA-256 of the content in hexadecimal; also its address. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** By content, one of the allowed types. */
  mediaType: string;
  /** The sender's name for it, for display only. */
  name: string;
}

/** Content that is kept as it came, such as a whole mail: nobody is offered it under a name. */
export type KeptRaw = Omit<KeptFile, 'name'>;
