import type { Language } from '../script/texts.js';
import { PREFIX } from './languages.js';

/** Every address of the site, once: routes, views and tests take them from here. */
export const paths = {
  home: (language: Language) => PREFIX[language] || '/',
  contact: (language: Language, release?: string) =>
    `${PREFIX[language]}/contact${release === undefined ? '' : `?release=${encodeURIComponent(release)}`}`,
  received: (language: Language, token: string) => `${PREFIX[language]}/contact/received/${token}`,
  /** The gazetteer in this version's script, for the autocomplete. */
  places: (language: Language) => `${PREFIX[language]}/places.json`,
  letters: (language: Language) => `${PREFIX[language]}/letters`,
  resentLink: (language: Language) => `${PREFIX[language]}/letters/resent-link`,
  letter: (language: Language, token: string) => `${PREFIX[language]}/letters/${token}`,
  supplement: (language: Language, token: string) => `${PREFIX[language]}/letters/${token}/supplement`,
  completedDetails: (language: Language, token: string) => `${PREFIX[language]}/letters/${token}/details`,
  withdrawal: (language: Language, token: string) => `${PREFIX[language]}/letters/${token}/withdrawal`,
  accessibility: (language: Language) => `${PREFIX[language]}/accessibility`,
  releases: (language: Language) => `${PREFIX[language]}/releases`,
  releasesOfYear: (language: Language, year: number) => `${PREFIX[language]}/releases/${year}`,
  releasesOfMonth: (language: Language, year: number, month: number) =>
    `${PREFIX[language]}/releases/${year}/${String(month).padStart(2, '0')}`,
  release: (language: Language, slug: string) => `${PREFIX[language]}/releases/${slug}`,
  /** Following by e-mail: the form, and what is behind the links that it sends. */
  follow: (language: Language) => `${PREFIX[language]}/releases/follow`,
  followAsked: (language: Language) => `${PREFIX[language]}/releases/follow/asked`,
  followConfirmation: (language: Language, token: string) =>
    `${PREFIX[language]}/releases/follow/confirmation/${token}`,
  followed: (language: Language, token: string) => `${PREFIX[language]}/releases/follow/mine/${token}`,
  followEnd: (language: Language, token: string) => `${PREFIX[language]}/releases/follow/mine/${token}/end`,
  /** Where mail programs unsubscribe by themselves (RFC 8058). */
  followOneClick: (language: Language, token: string) =>
    `${PREFIX[language]}/releases/follow/one-click/${token}`,
  followLeft: (language: Language) => `${PREFIX[language]}/releases/follow/left`,
  /** Releases by words, by section, or both; `before` is the slug after which the list goes on. */
  releasesFound: (language: Language, found: { q?: string; section?: string; before?: string }) => {
    const query = new URLSearchParams(Object.entries(found).filter(([, value]) => value !== undefined));
    return `${PREFIX[language]}/releases?${query}`;
  },
  /** `extension` is the second half of the media type, for example "jpeg". */
  releasePicture: (sha256: string, extension: string) => `/releases/pictures/${sha256}.${extension}`,
  releaseAttachment: (sha256: string) => `/releases/attachments/${sha256}`,
  /** An unpublished release for those who were given its private link. */
  embargo: (language: Language, token: string) => `${PREFIX[language]}/releases/embargo/${token}`,
  embargoFile: (token: string, sha256: string) => `/releases/embargo/${token}/${sha256}`,
  siteMap: '/sitemap.xml',
  apiReleases: '/api/v1/releases',
  feed: (language: Language, format: 'atom' | 'rss' | 'json') =>
    `${PREFIX[language]}/releases/feed.${format}`,
  signIn: '/staff/sign-in',
  signOut: '/staff/sign-out',
  accounts: '/staff/accounts',
  myAccount: '/staff/account',
  /** What the owner of an account changes on its page. */
  myAccountPart: (part: 'language' | 'password' | 'absence' | 'ended-sessions') => `/staff/account/${part}`,
  account: (id: string) => `/staff/accounts/${id}`,
  /** What an administrator does to an account. */
  accountPart: (id: string, part: 'absence' | 'disabling' | 'enabling' | 'password-link') =>
    `/staff/accounts/${id}/${part}`,
  setUp: (token: string) => `/staff/set-up/${token}`,
  setPassword: (token: string) => `/staff/set-password/${token}`,
  /** Kinds of e-mail that the office sends, with examples. */
  emailKinds: '/staff/emails',
  emailKind: (kind: string) => `/staff/emails/${kind}`,
  /** The example as it looks, for the frame on the page above. */
  emailKindHtml: (kind: string) => `/staff/emails/${kind}/html`,
  /** E-mail that the office owes, sent and could not send. */
  outgoingEmails: '/staff/outgoing',
  outgoingEmailRetry: (id: string) => `/staff/outgoing/${id}/retry`,
  inbox: '/inbox',
  inboxLetter: (reference: string) => `/inbox/letters/${reference}`,
  /** Where the inbox says that a letter fetched ahead is displayed. */
  inboxReading: (reference: string) => `/inbox/letters/${reference}/reading`,
  /** Server-sent events: what changes while a page of the inbox is looked at. */
  inboxLive: '/inbox/live',
  /** Where a letter's reply is written, approved and dispatched. */
  reply: (reference: string) => `/inbox/letters/${reference}/reply`,
  replyPart: (
    reference: string,
    part:
      | 'approval'
      | 'attachments'
      | 'calls'
      | 'citations'
      | 'dispatch'
      | 'envelopes'
      | 'letter.pdf'
      | 'lock'
      | 'recall'
      | 'removed-attachments'
      | 'returns',
  ) => `/inbox/letters/${reference}/reply/${part}`,
  /** Work on many letters: the officer's jobs, and the order of another one. */
  bulk: '/inbox/bulk',
  newBulk: '/inbox/bulk/new',
  bulkJob: (id: string) => `/inbox/bulk/${id}`,
  bulkJobPart: (id: string, part: 'approval' | 'returns' | 'retry' | 'stop' | 'undo') =>
    `/inbox/bulk/${id}/${part}`,
  /** Where a letter is handed to the competent body. */
  forwarding: (reference: string) => `/inbox/letters/${reference}/forwarding`,
  forwardingPart: (
    reference: string,
    part: 'cover.pdf' | 'letter.pdf' | 'notice.pdf' | 'outcomes' | 'recall',
  ) => `/inbox/letters/${reference}/forwarding/${part}`,
  /** Approved letters that wait for the day's post, and all of them as one PDF. */
  print: '/inbox/print',
  printBatch: '/inbox/print/letters.pdf',
  /** Letters for the head of state: the list that is put together, and those that were handed over. */
  readingList: '/inbox/reading-list',
  readingListPart: (part: 'letters.pdf' | 'changes' | 'handing-over') => `/inbox/reading-list/${part}`,
  readingListOf: (day: string) => `/inbox/reading-list/${day}`,
  readingListOfPart: (day: string, part: 'letters.pdf' | 'annotations' | 'recall') =>
    `/inbox/reading-list/${day}/${part}`,
  /** The paper that came back with what its reader wrote on it. */
  annotationScan: (reference: string, event: string) => `/inbox/letters/${reference}/annotations/${event}`,
  /** The mail that a letter was made of: how it looked, the frame of that page, the raw bytes. */
  inboxMail: (reference: string, part?: 'html' | 'raw') =>
    `/inbox/letters/${reference}/mail${part === undefined ? '' : `/${part}`}`,
  /** Mails of which no letter could be made. */
  inboxLaterMail: (reference: string, id: string) => `/inbox/letters/${reference}/mails/${id}`,
  quarantine: '/inbox/quarantine',
  quarantinedMail: (id: string) => `/inbox/quarantine/${id}`,
  quarantinedMailPart: (id: string, part: 'again' | 'aside' | 'raw') => `/inbox/quarantine/${id}/${part}`,
  /** Paper letters: the pile of scans, the form of one letter, what the form asks for, slips for their writers. */
  post: '/inbox/post',
  newPost: '/inbox/post/new',
  /** The sheet that parts envelopes in a pile of scans. */
  postSeparator: '/inbox/post/separator.pdf',
  /** What is done with a scan of the pile, and with a pile that could not be read. */
  postPilePart: (id: string, part: 'again' | 'aside' | 'back' | 'scan') => `/inbox/post/pile/${id}/${part}`,
  postPage: (id: string, page: number | string) => `/inbox/post/pile/${id}/pages/${page}`,
  /** The form with a scan of the pile beside it; `next` is the next that no other clerk has. */
  newPostOf: (scan: string, kept: Record<string, string> = {}) =>
    `/inbox/post/new?${new URLSearchParams({ scan, ...kept })}`,
  postScans: '/inbox/post/scans',
  postScan: (token: string) => `/inbox/post/scans/${token}`,
  postPeople: '/inbox/post/people',
  postSlips: '/inbox/post/slips.pdf',
  postSlip: (reference: string) => `/inbox/post/slips/${reference}.pdf`,
  /** What a day brought against what became of it. */
  reconciliation: '/inbox/reconciliation',
  reconciliationOf: (day: string) => `/inbox/reconciliation?day=${day}`,
  /** Has a scan of a paper letter read by the machine again. */
  scanTextAgain: (reference: string, position: number | string) =>
    `/inbox/letters/${reference}/scans/${position}/reading`,
  standardLines: '/inbox/standard-lines',
  savedViews: '/inbox/views',
  /** What the search box offers, what an officer searched for last, and what a search can be narrowed to. */
  searchSuggestions: '/inbox/suggestions',
  recentSearches: '/inbox/searches',
  narrowing: '/inbox/narrowing',
  savedView: (id: string) => `/inbox/views/${id}`,
  /** Rules that suggest or set category and unit; `new` in place of an id is the form for another one. */
  rules: '/inbox/rules',
  rule: (id: string) => `/inbox/rules/${id}`,
  rulePart: (id: string, part: 'test' | 'switch' | 'position' | 'removal') => `/inbox/rules/${id}/${part}`,
  /** Where releases are written, published, corrected and withdrawn. */
  newsroom: '/newsroom',
  newsroomReleases: '/newsroom/releases',
  newsroomRelease: (id: string) => `/newsroom/releases/${id}`,
  newsroomPart: (
    id: string,
    part: 'attachments' | 'history' | 'links' | 'pictures' | 'preview' | 'revoked-links' | 'steps',
  ) => `/newsroom/releases/${id}/${part}`,
  newsroomFile: (id: string, sha256: string) => `/newsroom/releases/${id}/files/${sha256}`,
  /** How many letters each release has brought, and what one of them has. */
  lettersAbout: '/newsroom/letters',
  lettersAboutOne: (slug: string) => `/newsroom/letters/${slug}`,
  queues: '/queues',
  proofOfWork: '/contact/proof-of-work',
  apiLetters: '/api/v1/letters',
  apiDocs: '/api/docs',
  openapi: '/api/openapi.json',
} as const;

/** The same page in another version: swaps the prefix of a path without one (`/contact` → `/lat/contact`). */
export const inVersion = (language: Language, path: string) =>
  path === '/' ? PREFIX[language] || '/' : `${PREFIX[language]}${path}`;
