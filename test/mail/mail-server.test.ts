import { setTimeout as sleep } from 'node:timers/promises';
import { MailServer, NotSent } from '../../src/mail/mail-server.js';
import { meaningOf } from '../../src/mail/smtp-outcome.js';
import { SmtpPeer } from '../support/smtp-peer.js';

const RAW = Buffer.from('Subject: x\r\n\r\n.begins with a dot\r\nends\r\n');
const ENVELOPE = { from: 'pisma+b.t@predsednik.example', to: 'ana@example.org' };

describe('the mail server', () => {
  let peer: SmtpPeer;
  let server: MailServer;
  beforeEach(async () => {
    peer = await SmtpPeer.start();
    server = new MailServer(peer.url);
  });
  afterEach(async () => {
    await server.close();
    await peer.close();
  });

  const failure = () =>
    server.send(ENVELOPE, RAW).then(
      () => undefined,
      (error: unknown) => error,
    );

  it('sends the bytes as they are', async () => {
    expect((await server.send(ENVELOPE, RAW)).answer).toMatch(/^250/);
    expect(peer.messages[0]!.raw.equals(RAW)).toBe(true);
  });

  it('does not mistake a connection closed while idle for a message in doubt', async () => {
    await server.send(ENVELOPE, RAW);
    await peer.close();
    await peer.open();
    expect((await server.send(ENVELOPE, RAW)).answer).toMatch(/^250/);
    expect(peer.messages).toHaveLength(2);
  });

  it('knows what was never sent', async () => {
    await peer.close();
    const error = await failure();
    expect(error).toBeInstanceOf(NotSent);
    expect(meaningOf(error)).toMatchObject({ meaning: 'later', isOurs: true });
    expect(server.isReachable()).toBe(false);
    expect(server.health().ok).toBe(false);
  });

  it('knows what may have arrived', async () => {
    peer.mood = { dropAfterDot: 'kept' };
    expect(meaningOf(await failure())).toMatchObject({ meaning: 'in-doubt' });
    expect(server.isReachable()).toBe(true);
    await sleep(200);
    expect(peer.messages).toHaveLength(1);
  });

  it.each([
    [{ atRecipient: { code: 450, text: '4.2.1 Busy' } }, { meaning: 'later', isOurs: false }],
    [{ atRecipient: { code: 550, text: '5.1.1 Unknown' } }, { meaning: 'refused', isHardBounce: true }],
    [{ atRecipient: { code: 550, text: '5.7.1 Policy' } }, { meaning: 'refused', isHardBounce: false }],
    [{ atRecipient: { code: 552, text: '5.2.2 Full' } }, { meaning: 'later', isOurs: false }],
    [{ atData: { code: 550, text: '5.1.1 Unknown' } }, { meaning: 'refused', isHardBounce: true }],
    [{ atData: { code: 554, text: '5.7.1 Spam' } }, { meaning: 'refused', isHardBounce: false }],
    [{ atData: { code: 452, text: '4.3.1 Disk full' } }, { meaning: 'later', isOurs: false }],
    [{ refuse: true }, { meaning: 'later', isOurs: true }],
  ])('sorts %j', async (mood, meaning) => {
    peer.mood = mood;
    expect(meaningOf(await failure())).toMatchObject(meaning);
  });
});
