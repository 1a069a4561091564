import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../src/config/environment.js';
import { Signature } from '../../src/mail/signature.js';
import { PostOffice } from './post-office.js';

/** RFC 6376, relaxed canonicalisation, written anew here so that signer and test cannot share a mistake. */
const relaxedHeader = (line: string) => {
  const colon = line.indexOf(':');
  return `${line.slice(0, colon).trim().toLowerCase()}:${line
    .slice(colon + 1)
    .replace(/\r\n(?=[ \t])/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;
};
const relaxedBody = (body: string) => {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  return `${lines.join('\r\n').replace(/(\r\n)*$/, '')}\r\n`;
};

describe('the signature', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pismo-dkim-'));
  const keyFile = join(folder, 'key.pem');
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const env = { DKIM_DOMAIN: 'predsednik.example', DKIM_SELECTOR: 'pismo', DKIM_KEY_FILE: keyFile };
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open(env);
  });
  afterAll(async () => {
    await office?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('covers what one-click unsubscribing rests on', async () => {
    const lines = ['From: a@predsednik.example', 'List-Unsubscribe: <https://predsednik.example/x>'];
    lines.push('List-Unsubscribe-Post: List-Unsubscribe=One-Click', '', 'Zdravo', '');
    const signed = await new Signature(readEnvironment(env)).sign(Buffer.from(lines.join('\r\n')));
    const covered = /\bh=([^;]+)/.exec(signed.toString('latin1'))![1]!.replace(/\s/g, '').split(':');
    expect(covered).toEqual(expect.arrayContaining(['from', 'list-unsubscribe', 'list-unsubscribe-post']));
  });

  it('of what is sent can be verified', async () => {
    const [id] = await office.owe(['ana@example.org']);
    await office.ended(id!);
    const raw = office.peer.messages[0]!.raw.toString('latin1');
    const end = raw.indexOf('\r\n\r\n');
    const headers = raw.slice(0, end).split(/\r\n(?![ \t])/);
    const field = headers.find((line) => /^dkim-signature:/i.test(line))!;
    const tags = Object.fromEntries(
      field
        .slice(field.indexOf(':') + 1)
        .replace(/\s+/g, '')
        .split(';')
        .filter(Boolean)
        .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
    );
    expect(tags).toMatchObject({
      d: 'predsednik.example',
      s: 'pismo',
      a: 'rsa-sha256',
      c: 'relaxed/relaxed',
    });
    expect(tags.h!.split(':')).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'date']),
    );
    expect(
      createHash('sha256')
        .update(relaxedBody(raw.slice(end + 4)), 'latin1')
        .digest('base64'),
    ).toBe(tags.bh);

    const signed = tags
      .h!.split(':')
      .map((name) => headers.find((line) => line.toLowerCase().startsWith(`${name}:`))!);
    const unsigned = relaxedHeader(field).replace(/(; ?b=)[^;]*$/, '$1');
    const verifier = createVerify('sha256').update(
      `${signed.map(relaxedHeader).join('\r\n')}\r\n${unsigned}`,
      'latin1',
    );
    expect(verifier.verify(publicKey, tags.b!, 'base64')).toBe(true);
  });

  it('is part of the bytes that are sent again', async () => {
    office.peer.messages.length = 0;
    office.peer.mood = { atData: { code: 451, text: '4.7.1 Later' } };
    const [id] = await office.owe(['ben@example.org']);
    const { rendered } = await office.until(
      id!,
      ({ state, attempts }) => state === 'pending' && attempts === 1,
    );
    expect(rendered!.toString('latin1')).toMatch(/^DKIM-Signature: /i);
    office.peer.mood = {};
    await office.passTime();
    await office.ended(id!);
    expect(office.peer.messages[0]!.raw.equals(rendered!)).toBe(true);
  });

  it('names the variable when the key cannot be read', () => {
    const environment = readEnvironment({ ...env, DKIM_KEY_FILE: join(folder, 'absent.pem') });
    expect(() => new Signature(environment)).toThrow(
      /^DKIM_KEY_FILE=.*absent\.pem cannot be read \(ENOENT\)/,
    );
  });
});
