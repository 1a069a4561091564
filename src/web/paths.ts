import type { Language } from '../script/texts.js';
import { PREFIX } from './languages.js';

/** Every address of the site, once: routes, views and tests take them from here. */
export const paths = {
  home: (language: Language) => PREFIX[language] || '/',
  contact: (language: Language, release?: string) =>
    `${PREFIX[language]}/contact${release === undefined ? '' : `?release=${encodeURIComponent(release)}`}`,
  received: (language: Language, token: string) => `${PREFIX[language]}/contact/received/${token}`,
  letters: (language: Language) => `${PREFIX[language]}/letters`,
  letter: (language: Language, token: string) => `${PREFIX[language]}/letters/${token}`,
  accessibility: (language: Language) => `${PREFIX[language]}/accessibility`,
  releases: (language: Language) => `${PREFIX[language]}/releases`,
  releasesOfYear: (language: Language, year: number) => `${PREFIX[language]}/releases/${year}`,
  releasesOfMonth: (language: Language, year: number, month: number) =>
    `${PREFIX[language]}/releases/${year}/${String(month).padStart(2, '0')}`,
  release: (language: Language, slug: string) => `${PREFIX[language]}/releases/${slug}`,
  feed: (language: Language, format: 'atom' | 'rss' | 'json') => `${PREFIX[language]}/releases/feed.${format}`,
  signIn: '/staff/sign-in',
  signOut: '/staff/sign-out',
  accounts: '/staff/accounts',
  myAccount: '/staff/account',
  setPassword: (token: string) => `/staff/set-password/${token}`,
  inbox: '/inbox',
  inboxLetter: (reference: string) => `/inbox/letters/${reference}`,
  queues: '/queues',
  apiDocs: '/api/docs',
  openapi: '/api/openapi.json',
} as const;

/** The same page in another version: swaps the prefix of a path without one (`/contact` → `/lat/contact`). */
export const inVersion = (language: Language, path: string) =>
  path === '/' ? PREFIX[language] || '/' : `${PREFIX[language]}${path}`;
