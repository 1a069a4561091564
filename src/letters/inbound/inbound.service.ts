import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import { FilesService } from '../../files/files.service.js';
import { Sender } from '../../mail/sender.js';
import { insertInbound, type MailEnvelope } from './inbound.queries.js';

/** Largest mail in bytes: what five attachments of the form's weight come to in practice, and then some. */
export const MOST_MAIL_BYTES = 30 * 1024 * 1024;

/** Addresses that name one of our e-mails. */
const TAGGED = /\+[br]\./i;

/** Takes mails in, whatever door they come by: bytes first, then the rows, and only then an answer. */
@Injectable()
export class InboundService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly duties: DutiesService,
    private readonly sender: Sender,
  ) {}

  /**
   * Keeps a mail; resolves after COMMIT with an id a recipient, in their order. All plain addresses of the office are
   * one recipient, so that the same bytes are one mail however often and to whichever of them they are brought. Throws `FileRefused` for a mail that is too big or empty,
   * `StorageUnavailable`, the stream's own error, or the database's.
   */
  async keep(mail: Readable, { sender, recipients }: MailEnvelope): Promise<string[]> {
    const kept = await this.files.keepRaw(mail, { mediaType: 'message/rfc822', limitBytes: MOST_MAIL_BYTES });
    const places = recipients.map((recipient) =>
      TAGGED.test(recipient) ? recipient : this.sender.address.toLowerCase(),
    );
    const inserted = await this.dataSource.transaction(async (tx) => {
      await this.files.recordAgain(tx, kept);
      return insertInbound(tx, kept, { sender, recipients: [...new Set(places)] });
    });
    const fresh = inserted.filter((row) => row.fresh).map(({ id }) => id);
    // The server need not wait for a bell; whoever does not hear it finds the rows by sweeping.
    if (fresh.length > 0) void this.duties.ring('inbound', fresh);
    const ids = new Map([...new Set(places)].map((place, index) => [place, inserted[index]!.id]));
    return places.map((place) => ids.get(place)!);
  }
}
