import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { PLACES } from '../../office/demo/places.js';
import { COUNTRY } from '../../office/demo/stories/country.js';
import { LEARNING } from '../../office/demo/stories/learning.js';
import { ONCE } from '../../office/demo/stories/once.js';
import { PEOPLE } from '../../office/demo/stories/people.js';
import {
  PICTURE_CREDIT,
  PICTURE_WORDS,
  type PictureName,
  type Story,
  type StoryText,
} from '../../office/demo/story.js';
import { projectRoot } from '../config/project-root.js';
import type { NewRelease, NewReleasePicture, NewReleaseText } from '../releases/new-release.js';
import type { MadePicture, PictureMaker } from '../releases/picture-maker.service.js';
import type { ReleasesService } from '../releases/releases.service.js';
import { slugOf } from '../releases/slug.js';
import { fill } from '../script/texts.js';

type Pictures = Record<PictureName, MadePicture>;

const EVERYWHERE: readonly Story[] = [...LEARNING, ...COUNTRY, ...PEOPLE];
const YEARS = 6;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Publishes invented releases: `count` different ones, spread over six years up to yesterday. What an earlier run
 * has published stays and is not doubled. Answers how many are new.
 */
export async function demoReleases(
  releases: ReleasesService,
  maker: PictureMaker,
  count: number,
  progress: (done: number, total: number) => void = () => {},
): Promise<number> {
  const pictures: Partial<Pictures> = {};
  let published = 0;
  for (let number = 0; number < count; number += 1) {
    const { story, sr } = wordsOf(number);
    if (!(await releases.exists(slugOf(sr.title)))) {
      // Each takes seconds of a processor, so it is made once, and only for a release that is new.
      if (story.picture !== undefined) pictures[story.picture] ??= await makePicture(maker, story.picture);
      await releases.publish(inventedRelease(number, count, pictures));
      published += 1;
    }
    progress(number + 1, count);
  }
  return published;
}

/** The release of this number, 0 the newest; every number's title and slug are its own. */
export function inventedRelease(
  number: number,
  count: number,
  pictures: Partial<Pictures>,
  now = new Date(),
): NewRelease {
  const { story, sr, en } = wordsOf(number);
  return {
    slug: slugOf(sr.title),
    publishedAt: momentOf(number, count, now),
    section: story.section,
    sr,
    en,
    pictures: story.picture === undefined ? [] : [pictureOf(story.picture, pictures)],
  };
}

/** What this number tells, and of which story. */
function wordsOf(number: number): { story: Story; sr: NewReleaseText; en: NewReleaseText | undefined } {
  const { story, title, place, round } = eventOf(number);
  const words = (text: StoryText, continued: string): NewReleaseText => ({
    title: tell(text.titles[title]!, place) + (round > 1 ? fill(continued, { round }) : ''),
    lead: tell(text.lead, place),
    body: text.body.map((paragraph) => tell(paragraph, place)).join('\n\n'),
  });
  const sr = words(story.sr, ', {round}. наставак');
  // Some releases are never translated: readers of the English site meet those too.
  const en = story.en && number % 7 !== 6 ? words(story.en, ', part {round}') : undefined;
  return { story, sr, en };
}

/** Neighbouring numbers tell different stories from different towns; towns and titles repeat as late as they can. */
function eventOf(number: number): {
  story: Story;
  title: number;
  place: (typeof PLACES)[number];
  round: number;
} {
  const towns = PLACES.length;
  const inRound = ONCE.length + EVERYWHERE.length * towns * 3;
  const round = Math.floor(number / inRound) + 1;
  const index = number % inRound;
  // What happened once stands among the newest, every third.
  const isOnce = index % 3 === 0 && index / 3 < ONCE.length;
  if (isOnce) return { story: ONCE[index / 3]!, title: 0, place: PLACES[0], round };
  const rest = index - Math.min(ONCE.length, Math.ceil(index / 3));
  const which = rest % EVERYWHERE.length;
  const turn = Math.floor(rest / EVERYWHERE.length);
  const place = PLACES[((turn % towns) * 7 + which * 5) % towns]!;
  const title = (Math.floor(turn / towns) + which + (turn % towns)) % 3;
  return { story: EVERYWHERE[which]!, title, place, round };
}

const tell = (text: string, [place, of, at, english]: (typeof PLACES)[number]): string =>
  fill(/\p{Script=Cyrillic}/u.test(text) ? text : text.replaceAll('{place}', english), { place, of, in: at });

/** A moment of a working day, between eight and five. */
function momentOf(number: number, count: number, now: Date): Date {
  const back = DAY + (number * YEARS * 365 * DAY) / Math.max(count, 1);
  const moment = new Date(now.getTime() - back);
  moment.setUTCHours(7 + ((number * 5) % 9), (number * 25) % 60, 0, 0);
  return moment;
}

function pictureOf(name: PictureName, pictures: Partial<Pictures>): NewReleasePicture {
  const made = pictures[name];
  if (made === undefined) throw new Error(`The picture ${name} is not made yet.`);
  return { ...made, credit: PICTURE_CREDIT, alt: PICTURE_WORDS[name] };
}

function makePicture(maker: PictureMaker, name: PictureName): Promise<MadePicture> {
  const path = join(projectRoot, 'office', 'demo', 'pictures', `${name}.jpg`);
  return maker.make(createReadStream(path), `${name}.jpg`);
}
