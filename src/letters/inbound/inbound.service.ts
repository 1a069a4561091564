import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import { FilesService } from '../../files/files.service.js';
import { insertInbound, type MailEnvelope } from './inbound.queries.js';

/** Largest mail in bytes: what five attachments of the form's weight come to in practice, and then some. */
export const MOST_MAIL_BYTES = 30 * 1024 * 1024;

/** Takes mails in, whatever door they come by: bytes first, then the rows, and only then an answer. */
@Injectable()
export class InboundService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly duties: DutiesService,
  ) {}

  /**
   * Keeps a mail for each of its recipients; resolves after COMMIT with the ids, in the recipients' order. The same
   * bytes for the same recipient again give the first id. Throws `FileRefused` for a mail that is too big or empty,
   * `StorageUnavailable`, the stream's own error, or the database's.
   */
  async keep(mail: Readable, envelope: MailEnvelope): Promise<string[]> {
    const kept = await this.files.keepRaw(mail, { mediaType: 'message/rfc822', limitBytes: MOST_MAIL_BYTES });
    const inserted = await this.dataSource.transaction(async (tx) => {
      await this.files.recordAgain(tx, kept);
      return insertInbound(tx, kept, envelope);
    });
    const fresh = inserted.filter((row) => row.fresh).map(({ id }) => id);
    // The server need not wait for a bell; whoever does not hear it finds the rows by sweeping.
    if (fresh.length > 0) void this.duties.ring('inbound', fresh);
    return inserted.map(({ id }) => id);
  }
}
