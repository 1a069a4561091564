import { rows } from '../../../src/database/rows.js';
import { InboxModule } from '../../../src/inbox/inbox.module.js';
import { ContactModule } from '../../../src/contact/contact.module.js';
import type { Letter } from '../../../src/letters/letter.entity.js';
import { MergeService } from '../../../src/letters/merge/merge.service.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import { type AtDesk, Office } from '../../inbox/office.js';
import { MailOffice, OFFICE, plainMail } from './mail-office.js';

const ANA = 'ana@example.org';
let office: MailOffice;
let desk: Office;
let triage: AtDesk;
beforeAll(async () => {
  office = await MailOffice.open({ rooms: [HealthModule, WebModule, InboxModule, ContactModule] });
  desk = Office.around(office.app);
  triage = await desk.officer(['triage', 'drafter']);
});
afterAll(() => office.stop());

/** A letter by e-mail from an address of its own, and what the office sent for it. */
let number = 0;
async function letterFrom(address = `pisac${++number}@example.org`) {
  const { letter } = await office.take(
    plainMail({ headers: { From: `Ana Petrović <${address}>` } }),
    address,
  );
  const [sent] = await office.sentTo(address, 1);
  return {
    letter: letter!,
    address,
    sent: sent!,
    id: sent!.messageId!,
    replyTo: sent!.replyTo![0]!.address!,
  };
}
const supplementsOf = (letter: Letter) =>
  rows<{ message: string; is_verified: boolean; sender: string; subject: string | null }>(
    office.sql,
    'SELECT message, is_verified, sender, subject FROM letter_supplement WHERE letter_id = $1 ORDER BY id',
    [letter.id],
  );
const answer = (from: string, headers: Record<string, string>, body = 'Хвала, шаљем још нешто.\r\n') =>
  plainMail({ headers: { From: from, ...headers }, body });

test('an answer joins its letter by our token in the thread or in the address, never by a number', async () => {
  const { letter, address, id, replyTo } = await letterFrom();
  expect(replyTo).toMatch(/^pisma\+r\.[0-9a-f]{32}@predsednik\.example$/);
  const subject = `Одг: Потребни су још неки подаци: ${letter.reference}`;
  const first = await office.take(answer(address, { 'In-Reply-To': id, Subject: subject }), address);
  expect(first.mail).toMatchObject({ state: 'done', letter_id: letter.id, unanswered: 'follow-up' });
  expect(first.mail.supplement_id).not.toBeNull();
  await office.take(answer(address, { References: `<x@example.org> ${id} <y@example.org>` }), address);
  await office.take(answer(address, {}, 'Трећа.\r\n'), address, replyTo);
  expect(await supplementsOf(letter)).toMatchObject([
    {
      message: 'Хвала, шаљем још нешто.',
      is_verified: true,
      subject: expect.stringMatching(/^Потребни/) as string,
    },
    { message: 'Хвала, шаљем још нешто.' },
    { message: 'Трећа.', sender: address },
  ]);

  const quoting = await office.take(
    answer(address, {
      Subject: `Re: ${letter.reference}`,
      'In-Reply-To': `<${letter.reference}@predsednik.example>`,
    }),
    address,
  );
  expect(quoting.letter!.id).not.toBe(letter.id);
  const elsewhere = id.replace('predsednik.example', 'evil.example');
  expect((await office.take(answer(ANA, { 'In-Reply-To': elsewhere }), ANA)).letter!.id).not.toBe(letter.id);
  // Nobody is answered for what follows a letter; the one that quotes a number is a letter of its own.
  expect(await office.sentTo(address, 2)).toHaveLength(2);
});

test('another address is marked, learns nothing, and stays off the writer’s page and the forwarded letter', async () => {
  const { letter, sent, id } = await letterFrom();
  const stranger = 'stranac@elsewhere.example';
  const link = /http:\/\/\S+\/letters\/\S+/.exec(sent.text!)![0];
  const body = `Туђе речи.\r\n\r\nOn 1.1.2026 the office wrote:\r\n> ${link}\r\n`;
  await office.take(answer(stranger, { 'In-Reply-To': id }, body), stranger);
  const [added] = await supplementsOf(letter);
  expect(added).toMatchObject({ is_verified: false, sender: stranger });
  expect(added!.message).toContain('/letters/…');
  expect(await desk.events(letter.id, 'follow-up')).toHaveLength(1);
  const { html } = await triage.get(`/inbox/letters/${letter.reference}`);
  expect(html).toContain('Who writes is not confirmed');
  expect(html).toMatch(/<details[^>]*><summary[^>]*>Earlier e-mails quoted below \(2\)/);
  expect(await (await fetch(link)).text()).not.toContain('Туђе речи');
  expect(office.peer.messages.filter(({ to }) => to.includes(stranger))).toEqual([]);
  const [, mail] = /href="(\/inbox\/letters\/[^"]+\/mails\/[^"]+)"/.exec(html)!;
  expect((await triage.get(mail!)).html).toContain('Туђе речи');
  expect((await (await desk.officer(['drafter'], { unit: 'legal' })).get(mail!)).status).toBe(404);
});

test('a closed letter is opened again, an answered one is in work again, once for one mail', async () => {
  const { letter, address, id } = await letterFrom();
  for (const [before, after] of [
    ['closed', 'received'],
    ['answered', 'in_work'],
    ['details_needed', 'details_needed'],
    ['in_review', 'in_review'],
  ]) {
    await office.sql.query('UPDATE letter SET state = $2 WHERE id = $1', [letter.id, before]);
    const raw = answer(address, { 'In-Reply-To': id }, `${before}\r\n`);
    await office.take(raw, address);
    expect(await desk.stateOf(letter.id)).toBe(after);
    await office.take(raw, address);
    await office.take(raw, address, OFFICE.toUpperCase());
  }
  expect(await supplementsOf(letter)).toHaveLength(4);
  expect(await desk.events(letter.id, 'supplement')).toHaveLength(4);

  await office.sql.query(`UPDATE letter SET state = 'withdrawn' WHERE id = $1`, [letter.id]);
  const after = await office.take(answer(address, { 'In-Reply-To': id }, 'ипак\r\n'), address);
  expect(after.letter!.id).not.toBe(letter.id);
});

test('an answer to a merged letter wakes the kept one', async () => {
  const kept = await letterFrom();
  const merged = await letterFrom();
  await office.app
    .get(MergeService)
    .merge(merged.letter.reference, { into: kept.letter.reference, isSamePerson: true }, {
      accountId: triage.accountId,
      roles: ['triage'],
      unit: null,
    } as never);
  await office.sql.query(`UPDATE letter SET state = 'answered' WHERE id = $1`, [kept.letter.id]);
  await office.take(answer(merged.address, { 'In-Reply-To': merged.id }), merged.address);
  expect(await supplementsOf(merged.letter)).toHaveLength(1);
  expect(await desk.stateOf(kept.letter.id)).toBe('in_work');
  expect(await desk.stateOf(merged.letter.id)).toBe('closed');
});

test('who is away is noted on the letter, which sleeps on; a person behind a list is not taken for a machine', async () => {
  const { letter, address, id } = await letterFrom();
  await office.sql.query(`UPDATE letter SET state = 'answered' WHERE id = $1`, [letter.id]);
  const away = await office.take(
    answer(address, { 'In-Reply-To': id, 'Auto-Submitted': 'auto-replied', Subject: 'На одмору сам' }),
    '',
  );
  expect(away).toMatchObject({ mail: { state: 'aside', reason: 'auto-reply', letter_id: letter.id } });
  expect(await desk.events(letter.id, 'auto-reply')).toHaveLength(1);
  expect([await desk.stateOf(letter.id), await supplementsOf(letter)]).toEqual(['answered', []]);
  const { html } = await triage.get(`/inbox/letters/${letter.reference}`);
  expect(html).toContain('A program answers our e-mail');
  expect(html).toContain('Automatic answers and reports (1)');

  await office.take(
    answer(address, { 'In-Reply-To': id, 'List-Id': '<a.example.org>', 'X-Auto-Response-Suppress': 'All' }),
    address,
  );
  expect(await supplementsOf(letter)).toHaveLength(1);
});
