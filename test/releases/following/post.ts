import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { DataSource } from 'typeorm';
import type { Choice } from '../../../src/releases/following/subscription.js';
import type { NewRelease } from '../../../src/releases/new-release.js';
import { releasePublished } from '../../../src/releases/publication.js';
import { ReleasesService } from '../../../src/releases/releases.service.js';
import { addressKey } from '../../../src/mail/email-address.js';
import { hiddenFields, sendUrlencoded } from '../../contact/form-client.js';
import type { TestApp } from '../../support/app.js';
import type { SmtpPeer } from '../../support/smtp-peer.js';

/** Asks to follow as the page's form does; gives the answer. */
export async function ask(app: TestApp, fields: Record<string, string>, version = '') {
  const html = await (await fetch(`${app.url}${version}/releases/follow`)).text();
  return sendUrlencoded(app, `${version}/releases/follow`, {
    ...hiddenFields(html, `${version}/releases/follow`),
    ...{ rhythm: 'immediate', language: 'sr-Cyrl' },
    ...fields,
  });
}

/** Waits for e-mails to an address and gives them, read. */
export async function emailsTo(peer: SmtpPeer, address: string, count = 1): Promise<Email[]> {
  for (const end = Date.now() + 12_000; Date.now() < end; await sleep(20)) {
    const found = peer.messages.filter(({ to }) => to.includes(address));
    if (found.length >= count) return Promise.all(found.map(({ raw }) => PostalMime.parse(raw)));
  }
  throw new Error(`No ${count} e-mails to ${address}, but: ${peer.messages.map(({ to }) => to).join(', ')}`);
}

/** The path of the first link of ours in an e-mail that holds the given word. */
export function linkIn(email: Email, word: string): string {
  const link = /https?:\/\/\S+/g;
  const found = [...email.text!.matchAll(link)].map(([url]) => url).find((url) => url.includes(word));
  if (found === undefined) throw new Error(`No link with "${word}" in: ${email.text}`);
  return new URL(found).pathname;
}

/** A release as the newsroom publishes it, which is when it is owed to its followers. */
export async function publish(app: TestApp, release: NewRelease): Promise<{ id: string; slug: string }> {
  const published = await app.get(ReleasesService).publish(release);
  await app.get(DataSource).transaction((tx) => releasePublished(tx, published.id));
  return published;
}

/** Active followers, written as the fan-out finds them; ids in the order given. */
export async function followers(
  app: TestApp,
  count: number,
  choice: Partial<Choice> = {},
  prefix = 'pratilac',
): Promise<{ id: string; address: string }[]> {
  const { rhythm = 'immediate', language = 'sr-Cyrl' } = choice;
  const addresses = Array.from({ length: count }, (_, number) => `${prefix}-${number}@primer.rs`);
  return app.get(DataSource).query(
    `INSERT INTO subscription (address, address_key, language, rhythm, state, confirmed_at)
     SELECT address, key, $3, $4, 'active', now() - interval '1 day' FROM unnest($1::text[], $2::text[]) AS a (address, key)
     RETURNING id, address`,
    [addresses, addresses.map(addressKey), language, rhythm],
  );
}
