import { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../support/app.js';

describe('entities and migrations', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  it('name the same columns with the same types', async () => {
    const dataSource = app.get(DataSource);
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(5);
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    // Foreign keys, checks and indexes are the migrations' own; a column that differs is drift.
    const drift = upQueries
      .map(({ query }) => query)
      .filter((query) => /ADD "|ALTER COLUMN|DROP COLUMN|CREATE TABLE|RENAME/.test(query));
    expect(drift).toEqual([]);
  });
});
