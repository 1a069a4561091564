import { createHash } from 'node:crypto';
import { day } from '../../calendar/dates.js';
import type { OfficeProfile, ProfileText } from '../../config/office-profile.js';
import type { KeptFile } from '../../files/kept-file.js';
import type { LetterView } from '../../letters/letter.view.js';
import { isStrictAddress } from '../../mail/email-address.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { canonicalBytes } from '../fingerprint.js';
import { inScript } from '../line-fields.js';
import { plainWords } from '../plain-words.js';
import { recipientOf, routesTo } from '../recipient.js';
import type { ReplyContent, Route } from '../reply.js';
import { type ComposedForwarding, type ForwardingChoice, ForwardingRefused } from './forwarding.js';
import { coverTexts, noticeTexts } from './forwarding.texts.js';

/** Language and script of letters to other state bodies (law 89/2021, art. 3). */
const OFFICIAL = 'sr-Cyrl';

interface Body {
  code: string | null;
  name: ProfileText;
  email: string | undefined;
  /** Lines below the name. */
  address: ProfileText | undefined;
  why: ProfileText | undefined;
}

/**
 * The covering letter and the notice that follow from a choice. Throws {@link ForwardingRefused} naming what the
 * choice lacks. Nothing that a citizen wrote stands in the notice, nor in the covering letter: the letter itself does
 * along with it.
 */
export function composeForwarding(
  profile: OfficeProfile,
  letter: LetterView,
  files: readonly KeptFile[],
  choice: ForwardingChoice,
  now: Date,
): ComposedForwarding {
  const number = letter.registerNumber;
  if (number === null) throw new ForwardingRefused('unregistered');
  const body = bodyOf(profile, choice);
  const why = whyOf(profile, body, choice);
  if (letter.language === 'en' && why.en === '') throw new ForwardingRefused('whyEnglish');
  const notified = routesTo(letter).find((route) => route !== 'phone');
  const name = body.name.sr;
  const cover = coverOf({ number, letter, body, why: why.sr, files, route: choice.route, notified });
  const toldName = textIn(letter.language, body.name);
  const toldWhy = textIn(letter.language, why);
  const notice =
    notified && noticeOf(profile, { number, letter, body, toldName, toldWhy, cover, route: notified, now });
  const parts = [cover, ...(notice ? [notice] : [])].map(canonicalBytes);
  const fingerprint = createHash('sha256').update(Buffer.concat(parts)).digest('hex');
  return { body: body.code, name, toldName, why: why.sr, toldWhy, cover, notice, fingerprint };
}

function bodyOf({ forwarding }: OfficeProfile, { body: code, typed, route }: ForwardingChoice): Body {
  const known = forwarding.bodies.find((candidate) => candidate.code === code);
  if (code !== null && known === undefined) throw new ForwardingRefused('body');
  const name = oneLine(typed.name);
  const address = typed.address.split(/\r?\n/).map(oneLine).filter(Boolean).join('\n');
  const byHand = {
    code: null,
    name: inBoth(name),
    why: undefined,
    email: typed.email,
    address: inBoth(address),
  };
  const body = known ? { email: undefined, address: undefined, ...known } : byHand;
  if (body.name.sr === '') throw new ForwardingRefused('name');
  if (route === 'email' && !isStrictAddress(body.email ?? '')) throw new ForwardingRefused('email');
  if (route === 'post' && !body.address?.sr) throw new ForwardingRefused('address');
  return body;
}

/** Why the body is competent, as sentences; an English one is empty where own words lack it. */
function whyOf({ forwarding }: OfficeProfile, body: Body, { why, own }: ForwardingChoice): ProfileText {
  const chosen =
    why === 'own'
      ? { sr: inScript(oneLine(own.sr), OFFICIAL), en: oneLine(own.en) }
      : why === 'body'
        ? body.why
        : forwarding.reasons[why];
  if (chosen === undefined || chosen.sr === '') throw new ForwardingRefused('why');
  return { sr: asSentence(chosen.sr), en: asSentence(chosen.en) };
}

function coverOf(facts: {
  number: string;
  letter: LetterView;
  body: Body;
  why: string;
  files: readonly KeptFile[];
  route: ForwardingChoice['route'];
  notified: Route | undefined;
}): ReplyContent {
  const { number, letter, body, files, route } = facts;
  const recipient = route === 'email' ? body.email! : [body.name.sr, body.address!.sr].join('\n');
  return {
    ...{ route, recipient, language: OFFICIAL, attachments: [...files] },
    subject: fill(coverTexts.subject, { number }),
    salutation: coverTexts.salutation,
    body: fill(coverTexts.body, {
      number,
      day: day(letter.receivedAt),
      channel: coverTexts.channels[letter.channel],
      name: plainWords(body.name.sr),
      why: plainWords(facts.why),
      told: coverTexts.told[facts.notified === 'phone' ? 'none' : (facts.notified ?? 'none')],
      enclosed: enclosedWith(files.length),
    }),
  };
}

function noticeOf(
  profile: OfficeProfile,
  facts: {
    number: string;
    letter: LetterView;
    body: Body;
    toldName: string;
    toldWhy: string;
    cover: ReplyContent;
    route: Route;
    now: Date;
  },
): ReplyContent {
  const { number, letter, body, cover, route } = facts;
  const { language } = letter;
  const texts = noticeTexts[language];
  const address = cover.route === 'email' ? body.email! : textIn(language, body.address!);
  const { ground } = profile.forwarding;
  return {
    ...{ route, recipient: recipientOf(letter, route)!, language, attachments: [] },
    subject: fill(texts.subject, { number }),
    salutation: texts.salutation,
    body: fill(texts.body, {
      number,
      // By post it leaves on the day that stands on the notice itself, whichever that will be.
      when: cover.route === 'email' ? fill(texts.on, { day: dayIn(language, facts.now) }) : texts.today,
      name: plainWords(facts.toldName),
      why: plainWords(facts.toldWhy),
      address: fill(cover.route === 'email' ? texts.sentByEmail : texts.sentByPost, {
        address: plainWords(address.replaceAll('\n', ', ')),
      }),
      ground: ground === undefined ? '' : textIn(language, ground),
      more: texts.more[route === 'email' ? 'email' : 'post'],
    }).replace(/\n{3,}/g, '\n\n'),
  };
}

function enclosedWith(count: number): string {
  const { enclosed } = coverTexts;
  if (count === 0) return enclosed.alone;
  const form = new Intl.PluralRules('sr').select(count);
  return fill(form === 'one' || form === 'few' ? enclosed[form] : enclosed.many, { count });
}

/** An English sentence goes on after a date without its last point. */
const dayIn = (language: Language, at: Date) => (language === 'en' ? day(at).replace(/\.$/, '') : day(at));

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What was written by hand is written once; the other script is derived from it. */
const inBoth = (text: string): ProfileText => ({ sr: text, en: text });

const asSentence = (text: string) => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`);
