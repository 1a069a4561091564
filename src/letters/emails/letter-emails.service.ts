import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { isStrictAddress } from '../../mail/email-address.js';
import { EmailKinds, type RenderedEmail } from '../../mail/email-kinds.js';
import type { OwedEmailRow } from '../../mail/outgoing-email.queries.js';
import { OutgoingEmails } from '../../mail/outgoing-emails.service.js';
import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { Letter } from '../letter.entity.js';
import type { LetterView } from '../letter.view.js';
import type { EmailAnswer } from '../new-letter.js';
import { letterById } from '../letters.queries.js';
import { privateToken } from '../private-link.js';
import { acknowledgementEmail } from './acknowledgement.email.js';
import { sampleFacts, type EmailFacts } from './email-facts.js';
import { pageLinkEmail } from './page-link.email.js';

const REMINDER = 'letter.details-reminder';

type Template = (profile: OfficeProfile, facts: EmailFacts) => RenderedEmail;

/** Every automated e-mail about a letter. */
const TEMPLATES: Record<string, Template> = {
  'letter.acknowledgement': acknowledgementEmail,
  'letter.details': (profile, facts) => pageLinkEmail('details', profile, facts),
  'letter.link': (profile, facts) => pageLinkEmail('link', profile, facts),
  [REMINDER]: (profile, facts) => pageLinkEmail('reminder', profile, facts),
};

/** Owes the automated e-mails about letters, and writes them when mail asks. */
@Injectable()
export class LetterEmails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly kinds: EmailKinds,
    private readonly outgoing: OutgoingEmails,
  ) {}

  onModuleInit(): void {
    for (const [kind, template] of Object.entries(TEMPLATES))
      this.kinds.register({
        kind,
        correspondence: true,
        render: (params) => this.#render(kind, template, params),
        sample: async (language) =>
          template(this.profile, sampleFacts(language, this.link(language, SAMPLE))),
      });
  }

  /**
   * The e-mail that a new letter owes its writer, due once it has a number: the acknowledgement or, when details
   * are missing, the request for them instead. One duty key, so that there is never more than one. A letter that came
   * by e-mail says whom to answer; null: nobody.
   */
  owedOnReceipt(
    letter: Pick<Letter, 'id' | 'email' | 'language' | 'state'>,
    answer?: EmailAnswer | null,
  ): OwedEmailRow | null {
    const recipient = answer === undefined ? letter.email : (answer?.recipient ?? null);
    if (recipient === null || !isStrictAddress(recipient)) return null;
    return this.outgoing.newRow({
      kind: letter.state === 'details_needed' ? 'letter.details' : 'letter.acknowledgement',
      dutyKey: `acknowledgement:${letter.id}`,
      subjectId: letter.id,
      recipient,
      language: letter.language,
      params: { letterId: letter.id },
      answers: answer?.messageId,
    });
  }

  /** Owes the private link again, to the stored address only; undefined when the letter has none. */
  async oweLink(
    tx: EntityManager,
    letter: Pick<Letter, 'id' | 'email' | 'language'>,
  ): Promise<string | undefined> {
    if (letter.email === null || !isStrictAddress(letter.email)) return undefined;
    return this.outgoing.owe(tx, {
      kind: 'letter.link',
      dutyKey: `link:${letter.id}:${randomUUID()}`,
      subjectId: letter.id,
      recipient: letter.email,
      language: letter.language,
      params: { letterId: letter.id },
    });
  }

  /** Owes the reminder of missing details, to whom the request went; undefined when it was owed before. */
  oweReminder(
    tx: EntityManager,
    letter: Pick<Letter, 'id' | 'language'>,
    recipient: string,
    closesOn: Date,
  ): Promise<string | undefined> {
    return this.outgoing.owe(tx, {
      kind: REMINDER,
      dutyKey: `details-reminder:${letter.id}`,
      subjectId: letter.id,
      recipient,
      language: letter.language,
      params: { letterId: letter.id, closesOn: closesOn.toISOString() },
    });
  }

  async #render(
    kind: string,
    template: Template,
    { letterId = '', closesOn }: Record<string, string>,
  ): Promise<RenderedEmail | undefined> {
    const { state, ...facts } = await this.factsOf(letterId);
    // Completed meanwhile, or an officer has gone on without.
    if (kind === REMINDER && state !== 'details_needed') return undefined;
    return template(this.profile, { ...facts, closesOn: closesOn ? new Date(closesOn) : undefined });
  }

  private async factsOf(letterId: string): Promise<EmailFacts & Pick<Letter, 'state'>> {
    const letter = await letterById(this.dataSource, letterId, 'citizen');
    if (!letter?.registerNumber) throw new Error('An e-mail was due before its letter had a number.');
    return {
      state: letter.state,
      language: letter.language,
      reference: letter.reference,
      registerNumber: letter.registerNumber,
      receivedAt: letter.receivedAt,
      dueOn: letter.dueOn,
      url: this.link(letter.language, letter),
    };
  }

  private link(language: Language, letter: Pick<LetterView, 'id' | 'linkGeneration'>): string {
    const token = privateToken(secretKey(this.environment), letter.id, 'letter', letter.linkGeneration);
    return this.environment.publicUrl + paths.letter(language, token);
  }
}

/** No letter has this id, so the link of a sample opens nothing. */
const SAMPLE = { id: '00000000-0000-7000-8000-000000000000', linkGeneration: 0 };
