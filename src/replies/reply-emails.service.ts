import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../database/rows.js';
import { Environment } from '../config/environment.js';
import { OfficeProfile } from '../config/office-profile.js';
import { secretKey } from '../config/secret-key.js';
import { FilesService } from '../files/files.service.js';
import type { LetterView } from '../letters/letter.view.js';
import { threadOf } from '../letters/inbound/letter-mail.queries.js';
import { letterById } from '../letters/letters.queries.js';
import { privateToken } from '../letters/private-link.js';
import type { RenderedEmail } from '../mail/email-kinds.js';
import { OutgoingEmails } from '../mail/outgoing-emails.service.js';
import type { Language } from '../script/texts.js';
import { paths } from '../web/paths.js';
import { contentOf, hashOf } from './fingerprint.js';
import { approvedBytes, replyById } from './replies.queries.js';
import { replyEmail, sampleReply } from './reply.email.js';
import { EMAIL_OF } from './reply-email-kinds.js';
import type { Reply, ReplyContent } from './reply.js';

/** Replies as e-mail: a person's letter, not a machine's, in the thread of the letter and its acknowledgement. */
@Injectable()
export class ReplyEmails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly files: FilesService,
    private readonly outgoing: OutgoingEmails,
  ) {}

  /** Owes the e-mail, in the transaction in which the paper leaves; one for each, whatever happens. */
  owe(tx: Sql, reply: Reply): Promise<string | undefined> {
    return this.outgoing.owe(tx, {
      kind: EMAIL_OF[reply.purpose],
      dutyKey: `reply:${reply.id}`,
      subjectId: reply.letterId,
      recipient: reply.recipient,
      language: reply.language,
      params: { replyId: reply.id },
    });
  }

  /** Written from the approved bytes alone. */
  async render(replyId: string): Promise<RenderedEmail> {
    const { reply, content } = await this.approvedContent(replyId);
    const letter = (await letterById(this.dataSource, reply.letterId, 'citizen'))!;
    const thread = await threadOf(this.dataSource, letter.id);
    return {
      ...replyEmail(this.profile, this.environment.publicUrl, content, {
        registerNumber: letter.registerNumber,
        reference: letter.reference,
        url: this.link(letter, content.language),
        purpose: reply.purpose,
      }),
      inReplyTo: thread.at(-1),
      references: thread,
      attachments: content.attachments.map(({ name, mediaType, sha256 }) => ({
        name,
        mediaType,
        open: () => this.files.open(sha256),
      })),
    };
  }

  /** A reply, and what its approved bytes say. Throws when what is stored is something else. */
  async approvedContent(replyId: string): Promise<{ reply: Reply; content: ReplyContent }> {
    const reply = await replyById(this.dataSource, replyId);
    const bytes = reply && (await approvedBytes(this.dataSource, replyId));
    if (!reply || !bytes || hashOf(bytes) !== reply.fingerprint)
      throw new Error('What is stored of this reply is not what was approved.');
    return { reply, content: contentOf(bytes) };
  }

  /** An invented answer, or the given words of a notice. */
  sample(language: Language, notice?: ReplyContent): RenderedEmail {
    const { publicUrl } = this.environment;
    return replyEmail(this.profile, publicUrl, notice ?? sampleReply(language), {
      ...{ registerNumber: '2026-002917', reference: '4TX8-B2RW', url: publicUrl + paths.letters(language) },
      purpose: notice === undefined ? 'answer' : 'notice',
    });
  }

  private link(letter: Pick<LetterView, 'id' | 'linkGeneration'>, language: Language): string {
    const token = privateToken(secretKey(this.environment), letter.id, 'letter', letter.linkGeneration);
    return this.environment.publicUrl + paths.letter(language, token);
  }
}
