import { DataSource } from 'typeorm';
import { HealthService } from '../../../src/web/health.service.js';
import { MetricsService } from '../../../src/web/metrics.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, LETTER_ROOMS } from '../../support/build.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
});
afterAll(() => app.stop());

const register = async () => (await app.get(HealthService).readiness()).parts.register;

test('a letter without a number is an alarm after a minute, and receiving stays ready', async () => {
  const { id } = await buildLetter(app);
  expect(await register()).toEqual({ ok: true });
  await app
    .get(DataSource)
    .query(`UPDATE register_pending SET received_at = now() - interval '61 s' WHERE letter_id = $1`, [id]);
  expect(await register()).toEqual({ ok: false, detail: '1 letters wait for a number, the oldest for 61 s' });
  expect((await app.get(HealthService).readiness()).ready).toBe(true);
  const metrics = await app.get(MetricsService).registry.metrics();
  expect(metrics).toMatch(/^pismo_register_waiting 1$/m);
  expect(metrics).toMatch(/^pismo_register_oldest_seconds 6[1-9]/m);
});
