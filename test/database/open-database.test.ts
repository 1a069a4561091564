import { testDatabase } from '../support/database.js';
import pg from 'pg';

describe('the test database', () => {
  it('knows Cyrillic letters', async () => {
    const database = await testDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    expect((await client.query("SELECT lower('ЂОРЂЕВИЋ') AS name")).rows[0].name).toBe('ђорђевић');
    await client.end();
    await database.drop();
  });
});
