import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import { FilesService } from '../../files/files.service.js';
import { addInboundEvent, type InboundEventKind } from './inbound.queries.js';
import {
  layAside,
  quarantinedMail,
  type QuarantinedMail,
  type QuarantineEvent,
  quarantineEvents,
  releaseMail,
} from './quarantine.queries.js';
import { type MailHeader, readHeaders } from './reading/header-words.js';

/** So much of a mail is looked at for its headers, whatever follows. */
const HEAD_BYTES = 64 * 1024;

/** A mail that is no letter, as far as it can be shown without reading all of it. */
export interface OpenedMail {
  mail: QuarantinedMail;
  headers: MailHeader[];
  events: QuarantineEvent[];
}

/** What officers do with mails that could not be made letters. Every look is an event, as with letters. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly duties: DutiesService,
  ) {}

  /** Undefined when it is not, or no longer, among them. */
  async open(id: string, accountId: string): Promise<OpenedMail | undefined> {
    const mail = await this.#look(id, 'read', accountId);
    if (!mail) return undefined;
    const [head, events] = await Promise.all([
      headOf(this.files.open(mail.sha256)),
      quarantineEvents(this.dataSource, id),
    ]);
    return { mail, headers: readHeaders(head), events };
  }

  /** The raw mail, to be saved. */
  async download(
    id: string,
    accountId: string,
  ): Promise<{ mail: QuarantinedMail; raw: Readable } | undefined> {
    const mail = await this.#look(id, 'download', accountId);
    return mail && { mail, raw: this.files.open(mail.sha256) };
  }

  /** Has it read again, for instance by a newer program; false when it is no longer there. */
  async again(id: string, accountId: string): Promise<boolean> {
    const isBack = await this.#change(id, 'again', accountId, releaseMail);
    if (isBack) await this.duties.ring('inbound', [id], `again-${Date.now()}`);
    return isBack;
  }

  /** Says that there is nothing to be done with it; the bytes stay. */
  putAside(id: string, accountId: string): Promise<boolean> {
    return this.#change(id, 'aside', accountId, layAside);
  }

  #look(id: string, kind: InboundEventKind, accountId: string): Promise<QuarantinedMail | undefined> {
    return this.dataSource.transaction(async (tx) => {
      const mail = await quarantinedMail(tx, id);
      if (mail) await addInboundEvent(tx, id, kind, accountId);
      return mail;
    });
  }

  #change(
    id: string,
    kind: InboundEventKind,
    accountId: string,
    change: (tx: EntityManager, id: string) => Promise<boolean>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      const isChanged = await change(tx, id);
      if (isChanged) await addInboundEvent(tx, id, kind, accountId);
      return isChanged;
    });
  }
}

async function headOf(raw: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if ((size += chunk.length) >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
