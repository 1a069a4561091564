import { DataSource } from 'typeorm';
import { SubmissionKeyReused } from '../../src/letters/letters.refused.js';
import { LettersService } from '../../src/letters/letters.service.js';
import type { NewLetter } from '../../src/letters/new-letter.js';
import { startApp, type TestApp } from '../support/app.js';
import { LETTER_ROOMS, newLetter } from '../support/build.js';

let app: TestApp;
let letters: LettersService;
let dataSource: DataSource;
beforeAll(async () => {
  // A web process numbers nothing, so that what receiving leaves behind stays as it is.
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  letters = app.get(LettersService);
  dataSource = app.get(DataSource);
});
afterAll(() => app.stop());

const rowsOf = (table: string, id: string, key = 'letter_id') =>
  dataSource.query(`SELECT * FROM ${table} WHERE ${key} = $1`, [id]) as Promise<Record<string, unknown>[]>;
const file = {
  sha256: 'a'.repeat(64),
  size: 5_000_000_000,
  mediaType: 'application/pdf',
  name: 'решење.pdf',
};

test('a letter is stored exactly as it was written, with all that follows from it', async () => {
  const message = '  Ђорђе рече:\n\t\'молим \\ "вас"\' 😀 $1 {}\r\nńżß  ';
  const sent = newLetter({ message, attachments: [file], suspect: ['fast'], releaseSlug: 'poseta' });
  const { id, reference, receivedAt, repeated } = await letters.receive(sent);

  expect(repeated).toBe(false);
  expect(Math.abs(receivedAt.getTime() - Date.now())).toBeLessThan(5_000);
  const [letter] = await rowsOf('letter', id, 'id');
  expect(letter).toMatchObject({
    ...{ reference, channel: 'web', language: 'sr-Cyrl', state: 'received', message, suspect: ['fast'] },
    ...{ name: sent.name, surname: sent.surname, municipality: 'Бољевац', municipality_code: '70335' },
    ...{
      address: sent.address,
      postal_code: '19370',
      country: 'RS',
      email: sent.email,
      phone: null,
      reply_by: 'email',
    },
    ...{ subject: sent.subject, release_slug: 'poseta', urgency: 'normal', received_at: receivedAt },
  });
  expect((letter!.due_on as Date).getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  expect(await rowsOf('letter_event', id)).toMatchObject([
    { kind: 'received', mover: 'citizen', to_state: 'received' },
  ]);
  expect(await rowsOf('letter_attachment', id)).toMatchObject([
    {
      position: 1,
      sha256: file.sha256,
      name: 'решење.pdf',
      size: '5000000000',
      media_type: 'application/pdf',
    },
  ]);
  expect(await rowsOf('register_pending', id)).toMatchObject([{ channel: 'web', received_at: receivedAt }]);
  expect(await rowsOf('outgoing_email', id, 'subject_id')).toMatchObject([
    {
      ...{ kind: 'letter.acknowledgement', duty_key: `acknowledgement:${id}`, recipient: sent.email },
      ...{ language: 'sr-Cyrl', params: { letterId: id }, state: 'pending', due_at: null },
    },
  ]);
});

test('a letter without an e-mail address owes none', async () => {
  const { id } = await letters.receive(
    newLetter({ email: null, phone: '011/304-30-66', phoneE164: '+381113043066' }),
  );
  expect(await rowsOf('outgoing_email', id, 'subject_id')).toEqual([]);
});

test('an e-mail that lacks details waits for them, and its writer is asked instead of acknowledged', async () => {
  const { id } = await letters.receive(newLetter({ channel: 'email', surname: '', address: '' }));
  expect(await rowsOf('letter', id, 'id')).toMatchObject([{ state: 'details_needed' }]);
  expect(await rowsOf('outgoing_email', id, 'subject_id')).toMatchObject([
    { kind: 'letter.details', duty_key: `acknowledgement:${id}` },
  ]);
});

test('a paper letter with name and address is answerable as it is', async () => {
  const { id } = await letters.receive(newLetter({ channel: 'post', email: null, replyBy: 'post' }));
  expect(await rowsOf('letter', id, 'id')).toMatchObject([{ state: 'received' }]);
});

test('the same submission is one letter, however often and however close together it comes', async () => {
  const sent = newLetter();
  const results = await Promise.all(Array.from({ length: 20 }, () => letters.receive(sent)));
  const again = await letters.receive(sent);
  const first = results.filter(({ repeated }) => !repeated);
  expect(first).toHaveLength(1);
  for (const result of [...results, again])
    expect(result).toMatchObject({ id: first[0]!.id, reference: first[0]!.reference });
  expect(again).toEqual({ ...first[0], repeated: true });
  expect(
    await dataSource.query('SELECT count(*)::int AS n FROM submission_key WHERE key = $1', [
      sent.submissionKey,
    ]),
  ).toEqual([{ n: 1 }]);
  expect(
    await dataSource.query('SELECT count(*)::int AS n FROM letter WHERE id = ANY($1)', [
      results.map(({ id }) => id),
    ]),
  ).toEqual([{ n: 1 }]);
});

test('a submission key that comes with other content is refused, and the first letter stays', async () => {
  const sent = newLetter();
  const first = await letters.receive(sent);
  await expect(letters.receive({ ...sent, submissionDigest: 'another', message: 'друго' })).rejects.toThrow(
    SubmissionKeyReused,
  );
  const [letter] = await rowsOf('letter', first.id, 'id');
  expect(letter!.message).toBe(sent.message);
});

test('of many letters at once only the impossible one fails, and it leaves nothing behind', async () => {
  const impossible = newLetter({ channel: 'pigeon' as NewLetter['channel'] });
  const many = [
    ...Array.from({ length: 30 }, () => newLetter()),
    impossible,
    ...Array.from({ length: 30 }, () => newLetter()),
  ];
  const results = await Promise.allSettled(many.map((letter) => letters.receive(letter)));
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(results[30]!.status).toBe('rejected');
  const keys = many.map(({ submissionKey }) => submissionKey);
  const stored = await dataSource.query(
    'SELECT key FROM submission_key JOIN letter ON letter.id = letter_id WHERE key = ANY($1)',
    [keys],
  );
  expect(stored).toHaveLength(60);
  expect(stored).not.toContainEqual({ key: impossible.submissionKey });
});

test('a reference that is taken already is drawn again', async () => {
  await dataSource.query(`
    CREATE FUNCTION take_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('tries') <= 2 THEN NEW.reference := (SELECT min(reference) FROM letter); END IF; RETURN NEW; END $$;
    CREATE SEQUENCE tries;
    CREATE TRIGGER take_first BEFORE INSERT ON letter FOR EACH ROW EXECUTE FUNCTION take_first()`);
  try {
    const { id, reference } = await letters.receive(newLetter());
    expect(await rowsOf('letter', id, 'id')).toMatchObject([{ reference }]);
    expect(await dataSource.query('SELECT last_value::int AS tries FROM tries')).toEqual([{ tries: 3 }]);
  } finally {
    await dataSource.query(
      'DROP TRIGGER take_first ON letter; DROP FUNCTION take_first; DROP SEQUENCE tries',
    );
  }
});

test('when any part of a letter cannot be stored, nothing of it is', async () => {
  await dataSource.query('ALTER TABLE register_pending ADD CONSTRAINT broken CHECK (false) NOT VALID');
  const sent = newLetter();
  try {
    await expect(letters.receive(sent)).rejects.toThrow('broken');
  } finally {
    await dataSource.query('ALTER TABLE register_pending DROP CONSTRAINT broken');
  }
  expect(await dataSource.query('SELECT * FROM submission_key WHERE key = $1', [sent.submissionKey])).toEqual(
    [],
  );
  expect((await letters.receive(sent)).repeated).toBe(false);
});
