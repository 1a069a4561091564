import type { Language } from '../../script/texts.js';

/** What automated e-mails about a letter are made of: nothing that its writer wrote. */
export interface EmailFacts {
  language: Language;
  reference: string;
  /** `2026-000123`. */
  registerNumber: string;
  receivedAt: Date;
  dueOn: Date | null;
  /** Until when missing details are awaited; only of their reminder. */
  closesOn?: Date;
  /** The private link, whole. */
  url: string;
}

/** An invented letter for the page on which officers look at templates. */
export const sampleFacts = (language: Language, url: string): EmailFacts => ({
  language,
  reference: '7K3M-Q9TX',
  registerNumber: '2026-004817',
  receivedAt: new Date('2026-11-22T13:31:00Z'),
  dueOn: new Date('2026-12-22T22:59:59Z'),
  closesOn: new Date('2026-12-22T11:00:00Z'),
  url,
});
