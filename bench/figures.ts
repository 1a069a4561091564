import { acknowledge } from './figures/acknowledge.js';
import { bulk } from './figures/bulk.js';
import { email } from './figures/email.js';
import { follow } from './figures/follow.js';
import { inbox } from './figures/inbox.js';
import { memory } from './figures/memory.js';
import { pages } from './figures/pages.js';
import { receive } from './figures/receive.js';
import { releases } from './figures/releases.js';
import { search } from './figures/search.js';
import { sequencer } from './figures/sequencer.js';
import { startUp } from './figures/start-up.js';
import type { Bench } from './bench-server.js';
import type { Figure } from './main.js';

/** Every figure and the measurement that gives it; some measurements give several. */
export const FIGURES: { names: string[]; measure: (bench: Bench) => Promise<Figure[]> }[] = [
  { names: ['receive.form', 'receive.api', 'receive.p99'], measure: receive },
  { names: ['register.sequencer'], measure: sequencer },
  { names: ['acknowledge'], measure: acknowledge },
  { names: ['page.cached', 'page.feed'], measure: pages },
  {
    names: ['inbox.list', 'inbox.deep', 'inbox.open', 'inbox.counts', 'inbox.growth'],
    measure: inbox,
  },
  { names: ['search.rare', 'search.common', 'search.phrase', 'search.name'], measure: search },
  { names: ['bulk.close', 'bulk.memory'], measure: bulk },
  { names: ['email.inbound', 'email.beside-large', 'email.memory'], measure: email },
  { names: ['follow.fanout', 'follow.memory'], measure: follow },
  {
    names: ['release.first', 'archive.growth', 'releases.search.growth', 'newsroom.list'],
    measure: releases,
  },
  { names: ['start'], measure: startUp },
  { names: ['memory.idle', 'memory.loaded'], measure: memory },
];
