import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FilesService } from '../../files/files.service.js';
import { addressKey } from '../../mail/email-address.js';
import { addEvent } from '../changes.queries.js';
import { letterById } from '../letters.queries.js';
import { LetterNotFound, TransitionRefused } from '../letters.refused.js';
import { SupplementsService } from '../supplements.service.js';
import { bareSubject } from './bare-subject.js';
import type { InboundEmail } from './inbound-email.entity.js';
import type { NotOffered } from './inbound-facts.js';
import { keepMailFiles } from './mail-files.js';
import { cut, LONGEST_SUBJECT } from './mail-letter.js';
import type { ReadMail } from './reading/read-mail.js';

/** A mail that joined a letter. */
export interface FollowUp {
  supplementId: string;
  notOffered: NotOffered[];
}

/** Mails that answer the office's e-mails about a letter join that letter. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly supplements: SupplementsService,
  ) {}

  /**
   * Adds a mail to the letter, once however often it is tried. Whoever has the token may write, but only the
   * correspondent's own address makes it the correspondent's word. Undefined when the letter was taken back: what is
   * written then stands for itself.
   */
  async add(letterId: string, { sha256 }: InboundEmail, mail: ReadMail): Promise<FollowUp | undefined> {
    const letter = await letterById(this.dataSource, letterId, 'citizen');
    if (!letter || letter.state === 'withdrawn') return undefined;
    const { kept, notOffered } = await keepMailFiles(this.files, mail.files);
    const sender = mail.from?.address ?? '';
    const subject = cut(bareSubject(mail.subject), LONGEST_SUBJECT);
    try {
      const supplementId = await this.supplements.add(letterId, {
        message: withoutPrivateLinks(mail.text),
        attachments: kept,
        email: {
          key: sha256,
          sender,
          subject: subject === bareSubject(letter.subject ?? '') ? null : subject || null,
          isVerified: letter.email !== null && addressKey(letter.email) === addressKey(sender),
        },
      });
      return { supplementId, notOffered };
    } catch (error) {
      if (error instanceof TransitionRefused || error instanceof LetterNotFound) return undefined;
      throw error;
    }
  }

  /** A machine answered an e-mail about the letter: officers may know, nobody is woken. */
  async noteAutoReply(tx: EntityManager, letterId: string, { id }: InboundEmail): Promise<void> {
    await addEvent(tx, letterId, { mover: 'system', kind: 'auto-reply', details: { inbound: id } });
  }
}

/** Quoted e-mails of ours hold the writer's private link, which is for no officer. The raw mail has it as it came. */
const withoutPrivateLinks = (text: string) => text.replace(/(\/letters\/)[\w-]{64}(?![\w-])/g, '$1…');
