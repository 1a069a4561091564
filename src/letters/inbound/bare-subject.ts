/**
 * What mail programs put before a subject that is answered or passed on, in English, Serbian and its neighbours'
 * languages, German, Italian, French, Spanish, Russian and Greek; some count: `Re[2]:`, `Odg^3:`.
 */
const PREFIXES = [
  ...['re', 'fw', 'fwd', 'rv', 'antwort', 'aw', 'wg', 'wtr', 'sv', 'vs', 'vb', 'tr', 'transf'],
  ...[
    'odg',
    'odgovor',
    'pd',
    'prosl',
    'proslj',
    'prosleđeno',
    'prosledjeno',
    'prosljeđeno',
    'prosledi',
    'posredovano',
  ],
  ...['одг', 'одговор', 'пд', 'просл', 'прослеђено', 'проследено', 'препр', 'пр', 'прп'],
  ...['отг', 'отговор', 'отн', 'препратено', 'ответ', 'отв', 'пересл', 'переслано'],
  ...[
    'vá',
    'válasz',
    'tov',
    'továbbítás',
    'továbbított',
    'răsp',
    'rasp',
    'răspuns',
    'redir',
    'redirecționat',
  ],
  ...['përgj', 'pergj', 'përgjigje', 'përcj', 'r', 'rif', 'απ', 'πρθ', 'σχετ'],
].join('|');
const PREFIX = new RegExp(`^(?:(?:${PREFIXES})(?:\\s?[[(^]\\d{1,3}[\\])]?)?\\s?[:：]\\s*)+`, 'iu');

/** The subject without the prefixes of answers and forwardings; itself when nothing else is left. */
export function bareSubject(subject: string): string {
  const bare = subject.replace(PREFIX, '').trim();
  return bare === '' ? subject.trim() : bare;
}
