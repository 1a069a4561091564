/** Bytes of a text in an eight-bit charset, by turning the decoder round; throws for a sign that it does not have. */
export function encodeIn(charset: string, text: string): Buffer {
  if (charset === 'utf-8' || charset === 'utf-16le') return Buffer.from(text, charset);
  const decoder = new TextDecoder(charset);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from(
    [...text].map((sign) => {
      const byte = bytes.get(sign);
      if (byte === undefined) throw new Error(`${charset} has no ${sign}.`);
      return byte;
    }),
  );
}
