import { type Bench, median } from '../bench-server.js';
import { nextLetter } from '../letters.js';
import { type Load, post, type Posting } from '../load.js';
import type { Figure } from '../main.js';

/** Submissions a second at 32 connections, everything on, against bare Fastify doing one INSERT of the same row. */
export async function receive(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  const pismo = await bench.start('dist/src/main.js', {
    DATABASE_URL: database,
    SMTP_URL: 'smtp://127.0.0.1:9',
  });
  const floor = await bench.start('dist/bench/floors/bare-insert.js', { DATABASE_URL: database });
  try {
    const token = await formToken(pismo.url);
    const form: Posting = {
      path: '/contact',
      contentType: 'application/x-www-form-urlencoded',
      body: () => new URLSearchParams({ ...nextLetter(), ...token }).toString(),
      expect: 303,
    };
    const api: Posting = {
      path: '/api/v1/letters',
      contentType: 'application/json',
      body: () => JSON.stringify(nextLetter()),
      expect: 201,
    };
    const bareForm: Posting = {
      ...form,
      path: '/letters',
      expect: 201,
      body: () => new URLSearchParams({ ...nextLetter() }).toString(),
    };
    const bareApi: Posting = { ...api, path: '/letters' };

    const loads = { form: [] as Load[], bareForm: [] as Load[], api: [] as Load[], bareApi: [] as Load[] };
    // The first pair only warms both programs up.
    for (let pair = 0; pair <= bench.pairs; pair += 1) {
      const measured = {
        bareForm: await post(floor.url, bareForm, bench.seconds),
        form: await post(pismo.url, form, bench.seconds),
        bareApi: await post(floor.url, bareApi, bench.seconds),
        api: await post(pismo.url, api, bench.seconds),
      };
      if (pair > 0)
        for (const key of Object.keys(loads) as (keyof typeof loads)[]) loads[key].push(measured[key]);
    }
    const rate = (name: keyof typeof loads) => median(loads[name].map((load) => load.rate));
    const ratio = (name: 'form' | 'api', bare: 'bareForm' | 'bareApi') =>
      median(loads[name].map((load, pair) => load.rate / loads[bare][pair]!.rate));
    const p99 = median(loads.api.map((load) => load.p99));
    const p50 = median(loads.api.map((load) => load.p50));
    return [
      {
        name: 'receive.form',
        value: rate('form'),
        unit: 'letters/s',
        floor: rate('bareForm'),
        ratio: ratio('form', 'bareForm'),
      },
      {
        name: 'receive.api',
        value: rate('api'),
        unit: 'letters/s',
        floor: rate('bareApi'),
        ratio: ratio('api', 'bareApi'),
      },
      {
        name: 'receive.p99',
        value: p99,
        unit: 'ms',
        floor: p50,
        ratio: median(loads.api.map((load) => load.p50 / load.p99)),
      },
    ];
  } finally {
    await Promise.all([pismo.stop(), floor.stop()]);
  }
}

/** The hidden fields of a fresh form. */
async function formToken(url: string): Promise<Record<string, string>> {
  const page = await (await fetch(`${url}/contact`)).text();
  const hidden = [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  const attribute = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return Object.fromEntries(hidden.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]));
}
