/** Serbian letters in the places of seven-bit signs (JUS I.B1.002), as mail of the nineties was written. */
const LETTERS: Record<string, string> = {
  ...{ '@': 'Ž', '[': 'Š', '\\': 'Đ', ']': 'Ć', '^': 'Č' },
  ...{ '`': 'ž', '{': 'š', '|': 'đ', '}': 'ć', '~': 'č' },
};

/** Words so common that two of them in one text are no accident. */
const COMMON = new Set(
  'što će još više može poštovani poštovanjem poštovana predsedniče takođe već neće hoću hoće ću biće između zašto moraće želim želimo našeg našem vašeg vašem'.split(
    ' ',
  ),
);
const WORD = /[a-z@[\\\]^`{|}~]+/gi;

export const isYuscii = (charset: string | undefined): boolean =>
  charset !== undefined &&
  /^(iso-?ir-?141|jus_i\.b1\.002|js|yu|yuscii|iso646-yu|csiso141jusib1002)$/.test(charset);

/** Whether signs stand for letters although no label says so. */
export function looksLikeYuscii(text: string): boolean {
  const found = new Set<string>();
  for (const [word] of text.slice(0, 20_000).matchAll(WORD)) {
    if (!/[[\\\]^`{|}~]/.test(word)) continue;
    const read = fromYuscii(word).toLowerCase();
    if (COMMON.has(read)) found.add(read);
    if (found.size === 2) return true;
  }
  return false;
}

/** Leaves addresses (`ana@example.org`) alone: in them the sign is a sign. */
export const fromYuscii = (text: string): string =>
  text.replace(/\S+/g, (word) =>
    /\w@\w[\w-]*\./.test(word) || /:\/\//.test(word)
      ? word
      : word.replace(/[@[\\\]^`{|}~]/g, (sign) => LETTERS[sign]!),
  );
