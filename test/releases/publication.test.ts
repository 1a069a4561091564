import { DataSource } from 'typeorm';
import { PageCache } from '../../src/releases/page-cache.js';
import { releasePublished } from '../../src/releases/publication.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import type { TestApp } from '../support/app.js';
import { buildRelease } from './build-release.js';
import { startReleases } from './rooms.js';

let app: TestApp;
beforeAll(async () => {
  app = await startReleases();
});
afterAll(() => app.stop());

test('a release that becomes published empties the kept pages when its transaction commits', async () => {
  const { id } = await app.get(ReleasesService).publish(buildRelease());
  await fetch(`${app.url}/releases`);
  expect(app.get(PageCache).held.pages).toBe(1);
  await app.get(DataSource).transaction((tx) => releasePublished(tx, id));
  const end = Date.now() + 5_000;
  while (app.get(PageCache).held.pages > 0 && Date.now() < end) await new Promise((go) => setTimeout(go, 20));
  expect(app.get(PageCache).held.pages).toBe(0);
});
