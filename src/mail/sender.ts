import { Injectable } from '@nestjs/common';
import { ConfigurationError, Environment } from '../config/environment.js';
import { OfficeProfile } from '../config/office-profile.js';
import { type Language, textIn } from '../script/texts.js';
import { domainOf, isStrictAddress } from './email-address.js';

/** From whom automated mail comes. */
@Injectable()
export class Sender {
  readonly address: string;
  readonly domain: string;
  /** Our own addresses, which get no automated mail. */
  readonly own: readonly string[];

  constructor(
    environment: Environment,
    private readonly profile: OfficeProfile,
  ) {
    this.address = environment.mailFrom ?? profile.mailFrom;
    if (!isStrictAddress(this.address))
      throw new ConfigurationError([
        `MAIL_FROM=${this.address} is not an e-mail address: give one plain address.`,
      ]);
    this.domain = domainOf(this.address);
    this.own = [this.address, profile.email, profile.mailFrom];
  }

  name(language: Language): string {
    return textIn(language, this.profile.name);
  }

  /** The envelope sender of one e-mail: bounces to it name the e-mail (VERP). */
  bounceAddress(token: string): string {
    return this.#tagged(`b.${token}`);
  }

  /** Where a person's answer to one e-mail goes. */
  replyAddress(token: string): string {
    return this.#tagged(`r.${token}`);
  }

  /** The Message-ID of one e-mail. */
  messageId(token: string): string {
    return `<${token}@${this.domain}>`;
  }

  #tagged(tag: string): string {
    const at = this.address.lastIndexOf('@');
    return `${this.address.slice(0, at)}+${tag}${this.address.slice(at)}`;
  }
}
