import {
  type Place,
  suggestedPlaces,
} from '../../../src/web/assets/scripts/municipality/suggested-places.js';
import { startApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
const places = async (version = '') =>
  (await (await fetch(`${app.url}${version}/places.json`)).json()) as Place[];

test('each version gives every place in its own script, kept by browsers until it changes', async () => {
  const [cyrillic, latin] = [await places(), await places('/lat')];
  expect(cyrillic.length).toBeGreaterThan(170);
  expect(cyrillic.map(([label]) => label)).toContain('Ђаковица');
  expect(latin.map(([label]) => label)).toContain('Đakovica');
  expect(cyrillic.map(([label]) => label)).toContain('Палилула (Ниш)');
  const first = await fetch(`${app.url}/places.json`);
  const again = await fetch(`${app.url}/places.json`, {
    headers: { 'if-none-match': first.headers.get('etag')! },
  });
  expect(again.status).toBe(304);
});

test.each([
  ['', 'љиг', 'Љиг'],
  ['', 'Ljig', 'Љиг'],
  ['', 'djak', 'Ђаковица'],
  ['', 'čačak', 'Чачак'],
  ['/lat', 'ЧАЧАК', 'Čačak'],
  ['/en', 'novi s', 'Novi Sad'],
])('at %s/ "%s" offers %s first', async (version, typed, label) => {
  expect(suggestedPlaces(await places(version), typed)[0]?.[0]).toBe(label);
});

test('names that begin with the words come before those that hold them; nothing typed offers nothing', async () => {
  const all = await places();
  const found = suggestedPlaces(all, 'пал').map(([label]) => label);
  expect(found.slice(0, 2)).toEqual(['Палилула (Београд)', 'Палилула (Ниш)']);
  expect(found.length).toBeLessThanOrEqual(8);
  expect(suggestedPlaces(all, '')).toEqual([]);
  expect(suggestedPlaces(all, ' - ')).toEqual([]);
  expect(suggestedPlaces(all, 'Цирих')).toEqual([]);
});
