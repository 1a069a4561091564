import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { letThrough } from '../../src/mail/brakes.queries.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

const LIMITS = { perRecipientPerDay: 2, perDomainPerMinute: 100, perMinute: 100 };

describe('the brakes, from many workers at once', () => {
  let database: TestDatabase;
  let sql: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    sql = await new DataSource(dataSourceOptions(database.url, 12)).initialize();
  });
  afterAll(async () => {
    await sql?.destroy();
    await database?.drop();
  });

  const owe = async (recipients: string[]): Promise<string[]> => {
    const made: { id: string }[] = await sql.query(
      `INSERT INTO outgoing_email (kind, duty_key, recipient, recipient_key, recipient_domain, language, message_id, bounce_token)
       SELECT 'test', gen_random_uuid(), address, address, 'example.org', 'en', gen_random_uuid(), gen_random_uuid()
       FROM unnest($1::text[]) AS address RETURNING id`,
      [recipients],
    );
    return made.map(({ id }) => id);
  };

  it('let two through to one recipient, however many workers ask', async () => {
    const ids = await owe(Array<string>(40).fill('victim@example.org'));
    const passed = await Promise.all(
      Array.from({ length: 10 }, (_, worker) =>
        sql.transaction((tx) => letThrough(tx, ids.slice(worker * 4, worker * 4 + 4), LIMITS)),
      ),
    );
    expect(passed.flatMap((set) => [...set])).toHaveLength(2);
  });

  it('do not let two workers wait for each other', async () => {
    const addresses = ['a', 'b', 'c', 'd', 'e', 'f'];
    const batches = await Promise.all(
      Array.from({ length: 10 }, (_, worker) => owe(worker % 2 ? addresses : [...addresses].reverse())),
    );
    const passed = await Promise.all(
      batches.map((ids) => sql.transaction((tx) => letThrough(tx, ids, LIMITS))),
    );
    expect(passed.flatMap((set) => [...set])).toHaveLength(12);
  });
});
