import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import DKIM from 'nodemailer/lib/dkim';
import { ConfigurationError, Environment } from '../config/environment.js';

/** Header fields of ours that a signature covers; one-click unsubscribing asks for both of its own (RFC 8058, 4). */
const SIGNED = [
  'From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:Content-Transfer-Encoding:Content-Language',
  'In-Reply-To:References:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post',
].join(':');

/** Signs with DKIM when a key is given; the signature is part of the bytes that are kept and sent again. */
@Injectable()
export class Signature {
  readonly #dkim: DKIM | undefined;

  constructor({ dkim }: Environment) {
    this.#dkim =
      dkim &&
      new DKIM({
        domainName: dkim.domain,
        keySelector: dkim.selector,
        privateKey: readKey(dkim.keyFile),
        headerFieldNames: SIGNED,
      });
  }

  async sign(raw: Buffer): Promise<Buffer> {
    return this.#dkim === undefined ? raw : buffer(this.#dkim.sign(raw));
  }
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError([
      `DKIM_KEY_FILE=${file} cannot be read (${(error as NodeJS.ErrnoException).code}): give a private key in PEM that this account may read.`,
    ]);
  }
}
