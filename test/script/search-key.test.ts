import fc from 'fast-check';
import pg from 'pg';
import { searchKey } from '../../src/script/search-key.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const SERBIAN = [...'абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШabcčćdđžljnjšABCČĆDĐŽŠ'];
const NEIGHBOURS = [
  ...'äöüßÄÖÜẞéèêëàâçñãõåæøœłńśźżąęóőűřěůťďňľĺŕýâîășțţşğıİþðĐħŧŋΣσςΆώёйщъыьэюяґєіїѓќѕўЁЙЩЪЫЬЭЮЯҐЄІЇЃЌЅǅǈǋǄﬁÅ№½…',
];
const ODD = [
  '👍',
  '👩‍👧',
  '🇷🇸',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\u00a0',
  '\u0301',
  '\u030c',
  '\ufffd',
  '漢',
  '한',
  'א',
  ' ',
  '-',
  "'",
  '1',
];

/** Text of letters that citizens write, in composed and decomposed form, and of anything at all. */
const written = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...SERBIAN, ' ', '-') }),
    fc.string({ unit: fc.constantFrom(...SERBIAN, ...NEIGHBOURS, ...ODD) }),
    fc.string({ unit: 'grapheme' }),
  )
  .chain((text) => fc.constantFrom(text, text.normalize('NFC'), text.normalize('NFD')));

describe('search key', () => {
  it.each([
    [['Ђорђевић', 'Đorđević', 'Djordjevic', 'ЂОРЂЕВИЋ', 'Đorđević'.normalize('NFD')], 'djordjevic'],
    [['Љубав', 'Ljubav', 'LJUBAV', 'ǉubav', 'ǈubav'], 'ljubav'],
    [['Џеп', 'Džep', 'Ǆep', 'dzep'], 'dzep'],
    [['Његош', 'Njegoš', 'NJEGOS'], 'njegos'],
    [['Чачак', 'Čačak', 'Ćaćak', 'cacak'], 'cacak'],
    [['Großmann', 'GROSSMANN', 'Grossmann'], 'grossmann'],
    [['Łódź', 'lodz'], 'lodz'],
    [['İzmir', 'Izmir', 'ızmir'], 'izmir'],
    [['по\u00adшта', 'pošta', 'po\u200bšta'], 'posta'],
  ])('%j are found by one key', (spellings, key) => {
    expect(spellings.map(searchKey)).toEqual(spellings.map(() => key));
  });

  it('keeps what it does not fold', () => {
    expect(searchKey('Зоран 👍 漢字 1/2')).toBe('zoran 👍 漢字 1/2');
  });

  it('is the same for a word in Unicode’s composed and decomposed forms, and for its own key', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(searchKey(text.normalize('NFD'))).toBe(searchKey(text.normalize('NFC')));
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
  });

  it('leaves only small ASCII of letters in Serbian use', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...SERBIAN) }), (text) => {
        expect(searchKey(text)).toMatch(/^[a-z]*$/);
      }),
    );
  });
});

describe('search key in PostgreSQL', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const column = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    (await client.query({ text: sql, values: parameters, rowMode: 'array' })).rows.map((row: T[]) => row[0]!);
  const inSql = (texts: string[]) =>
    column<string>(
      'SELECT search_key(t) FROM unnest($1::text[]) WITH ORDINALITY AS x(t, n) ORDER BY n',
      texts,
    );

  it('agrees on whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 20, maxLength: 60 }), async (texts) => {
        const storable = texts.map((text) => text.replaceAll('\0', ''));
        expect(await inSql(storable)).toEqual(texts.map(searchKey));
      }),
      { numRuns: 60 },
    );
  });

  it('agrees on every character that this PostgreSQL knows', async () => {
    const { rows } = await client.query<{ code: number; key: string }>(
      `SELECT code, search_key('a' || chr(code) || 'b') AS key FROM generate_series(1, 1114111) AS code
       WHERE code NOT BETWEEN 55296 AND 57343 AND unicode_assigned(chr(code))`,
    );
    const different = rows.filter(({ code, key }) => key !== searchKey(`a${String.fromCodePoint(code)}b`));
    expect(different).toEqual([]);
    expect(rows.length).toBeGreaterThan(150_000);
  });

  it('gives an answer for NULL and empty text without a fuss', async () => {
    expect(await column('SELECT search_key(NULL) IS NULL')).toEqual([true]);
    expect(await column('SELECT search_key($1)', '')).toEqual(['']);
  });

  it('may be indexed, and computed by parallel workers', async () => {
    expect(
      await column(
        "SELECT format('%s%s', provolatile, proparallel) FROM pg_proc WHERE oid = 'search_key(text)'::regprocedure",
      ),
    ).toEqual(['is']);
    await client.query('CREATE TEMPORARY TABLE person (name text)');
    await client.query('CREATE INDEX ON person USING gin (search_key(name) gin_trgm_ops)');
  });

  it.each([
    ['жалбама', 'жалбе', 'žalbe', 'zalbe', 'ЖАЛБОМ'],
    ['пензија', 'пензије', 'penzijom', 'PENZIJAMA'],
    ['кућа', 'куће', 'kući', 'kucama'],
    ['решење', 'решења', 'rešenju', 'resenjima'],
    ['Ђорђевић', 'Ђорђевића', 'Djordjevicu', 'Đorđeviću'],
    ['лечење', 'лечењу', 'lečenja', 'lecenjima'],
  ])('%s and its forms are one stem to the Serbian stemmer', async (...forms) => {
    const stems = await column<string>(
      "SELECT DISTINCT to_tsvector('serbian', search_key(t))::text FROM unnest($1::text[]) t",
      forms,
    );
    expect(stems).toHaveLength(1);
  });
});
