/** Words of an invented release in one language; `{place}`, `{of}` and `{in}` stand for the town in its cases. */
export interface StoryText {
  /** One in a story that happens once, three in a story that happens in every town. */
  titles: readonly string[];
  lead: string;
  /** Markdown, one paragraph an entry. */
  body: readonly string[];
}

/** An invented event, from which releases are made. Nobody in it is real, and no text is copied. */
export interface Story {
  /** Code of a section of releases. */
  section: string;
  /** Name of a file in `pictures/`, without its ending. */
  picture?: PictureName;
  sr: StoryText;
  /** Some releases are in Serbian only. */
  en?: StoryText;
}

export type PictureName = 'building' | 'library' | 'bridge' | 'orchard' | 'classroom' | 'desk';

interface Words {
  sr: string;
  en: string;
}

/** What each picture shows, for those who do not see it. */
export const PICTURE_WORDS: Record<PictureName, Words> = {
  building: {
    sr: 'Цртеж: прочеље зграде са стубовима, забатом и заставом',
    en: 'Drawing: the front of a building with columns, a gable and a flag',
  },
  library: {
    sr: 'Цртеж: читаоница са високим полицама, столом и лампом',
    en: 'Drawing: a reading room with tall shelves, a table and a lamp',
  },
  bridge: {
    sr: 'Цртеж: камени мост са три лука изнад реке, у позадини брда',
    en: 'Drawing: a stone bridge of three arches over a river, hills behind',
  },
  orchard: {
    sr: 'Цртеж: воћњак у редовима на благом брегу под сунцем',
    en: 'Drawing: an orchard in rows on a gentle hill under the sun',
  },
  classroom: {
    sr: 'Цртеж: учионица са таблом, на табли круг и троугао',
    en: 'Drawing: a classroom with a blackboard, on it a circle and a triangle',
  },
  desk: {
    sr: 'Цртеж: сто са писмима, пером и отвореном свеском уписника',
    en: 'Drawing: a desk with letters, a pen and an open register',
  },
};

export const PICTURE_CREDIT: Words = { sr: 'Илустрација: Писмо', en: 'Illustration: Pismo' };
