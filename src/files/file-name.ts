const LONGEST = 120;

/**
 * A sender's file name made fit to be shown and to be a download's name: without folders, control
 * characters and marks that reverse the reading direction. It never becomes a path.
 */
export function displayName(sent: string | undefined): string {
  const name = (sent ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[/\\]/)
    .at(-1)!
    .replace(/\s+/g, ' ')
    .replace(/["<>|:*?]/g, '_')
    .trim();
  if (name === '' || /^\.+$/.test(name)) return 'prilog';
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const extension = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  return characters.slice(0, LONGEST - extension.length).join('') + extension;
}
