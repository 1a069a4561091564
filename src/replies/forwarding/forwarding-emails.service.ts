import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { FilesService } from '../../files/files.service.js';
import { letterById } from '../../letters/letters.queries.js';
import type { RenderedEmail } from '../../mail/email-kinds.js';
import { fill, type Language } from '../../script/texts.js';
import { citizenLetter, citizenLetterPdf } from '../print/citizen-letter-pdf.js';
import { ReplyEmails } from '../reply-emails.service.js';
import type { ReplyContent } from '../reply.js';
import { officialEmail } from './official-email.js';
import { coverTexts } from './forwarding.texts.js';
import { sampleForwarding } from './sample.js';

/** The covering letter and the notice as e-mail. */
@Injectable()
export class ForwardingEmails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly files: FilesService,
    private readonly replies: ReplyEmails,
  ) {}

  /** The approved words, with the letter as a PDF and the chosen files that came with it. */
  async renderCover(replyId: string): Promise<RenderedEmail> {
    const { reply, content } = await this.replies.approvedContent(replyId);
    const letter = (await letterById(this.dataSource, reply.letterId, 'citizen'))!;
    const enclosed = await citizenLetter(this.dataSource, letter);
    return {
      ...this.cover(content, letter.registerNumber!),
      attachments: [
        {
          name: fill(coverTexts.fileName, { number: letter.registerNumber! }),
          mediaType: 'application/pdf',
          open: () => citizenLetterPdf(this.profile, enclosed),
        },
        ...content.attachments.map(({ name, mediaType, sha256 }) => ({
          ...{ name, mediaType },
          open: () => this.files.open(sha256),
        })),
      ],
    };
  }

  /** In the thread of the acknowledgement, with the writer's own page, like an answer. */
  renderNotice(replyId: string): Promise<RenderedEmail> {
    return this.replies.render(replyId);
  }

  sampleCover(): RenderedEmail {
    const { cover, registerNumber } = sampleForwarding(this.profile, 'sr-Cyrl');
    return this.cover(cover, registerNumber);
  }

  sampleNotice(language: Language): RenderedEmail {
    const { notice } = sampleForwarding(this.profile, language);
    return this.replies.sample(language, notice);
  }

  private cover(content: ReplyContent, registerNumber: string): RenderedEmail {
    return officialEmail(this.profile, this.environment.publicUrl, content, registerNumber);
  }
}
