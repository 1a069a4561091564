import { rows } from '../../../src/database/rows.js';
import { MailOffice, OFFICE, plainMail } from './mail-office.js';

let office: MailOffice;
beforeAll(async () => {
  office = await MailOffice.open();
});
afterAll(() => office.stop());

test('a mail becomes a registered letter, and its writer is asked once for what is missing', async () => {
  const messageId = '<prvo.pismo@example.org>';
  const { letter, mail } = await office.take(plainMail({ headers: { 'Message-ID': messageId } }));
  expect(mail).toMatchObject({ state: 'done', message_id: messageId, unanswered: null, reason: null });
  expect(letter).toMatchObject({
    ...{ channel: 'email', language: 'sr-Cyrl', state: 'details_needed', email: 'ana@example.org' },
    ...{ name: 'Ana', surname: 'Petrović', address: '', municipality: '', subject: 'Мост у Доњем Пољу' },
    message: 'Поштовани председниче,\n\nмост је срушила бујица.',
  });
  const [asked] = await office.sentTo('ana@example.org', 1);
  expect(asked!.envelopeFrom).toBe('');
  expect(asked).toMatchObject({
    subject: `Потребни су још неки подаци: ${letter!.reference}`,
    inReplyTo: messageId,
    references: messageId,
  });
  const header = (name: string) => asked!.headers.find(({ key }) => key === name)?.value;
  expect(header('auto-submitted')).toBe('auto-replied');
  expect(header('content-language')).toBe('sr-Cyrl');
  // Nothing of the sender's own words goes out.
  for (const word of ['Мост', 'бујица', 'Petrović', 'Ana'])
    expect(`${asked!.subject} ${asked!.text} ${asked!.html}`).not.toContain(word);

  // The page behind the link asks for the rest, and what it is given starts the clock.
  const link = /http:\/\/\S+\/letters\/\S+/.exec(asked!.text!)![0];
  const page = await (await fetch(link)).text();
  expect(page).toMatch(/<input[^>]*id="surname"[^>]*value="Petrović"/);
  const formToken = /name="formToken" value="([^"]+)"/.exec(page)![1]!;
  const given = {
    name: 'Ana',
    surname: 'Petrović',
    municipality: 'Бољевац',
    address: 'Доње Поље бб',
    email: 'ana@example.org',
  };
  const body = new URLSearchParams({ formToken, country: 'RS', postalCode: '', phone: '', ...given });
  const done = await fetch(`${link}/details`, { method: 'POST', body, redirect: 'manual' });
  expect(done.status).toBe(303);
  expect(
    await rows(office.sql, 'SELECT state, clock_stopped_at, municipality_code FROM letter WHERE id = $1', [
      letter!.id,
    ]),
  ).toEqual([{ state: 'received', clock_stopped_at: null, municipality_code: '70319' }]);
});

test('who writes in Latin script or in English is asked in the same', async () => {
  const latin = await office.take(
    plainMail({
      headers: { From: 'mika@example.net' },
      body: 'Poštovani predsedniče, molim vas za pomoć.\r\n',
    }),
    'mika@example.net',
  );
  expect(latin.letter).toMatchObject({ language: 'sr-Latn', name: '', surname: '' });
  const [asked] = await office.sentTo('mika@example.net', 1);
  expect(asked!.subject).toMatch(/^Potrebni su još neki podaci/);
  expect(asked!.text).toContain('/lat/letters/');
  const english = await office.take(
    plainMail({
      headers: { From: '"Brown, John" <john@example.com>', Subject: 'A bridge' },
      body: 'Dear Mr President,\r\nthank you for the visit to our town.\r\n',
    }),
    'john@example.com',
  );
  expect(english.letter).toMatchObject({ language: 'en', name: 'John', surname: 'Brown' });
});

test('the same Message-ID with other bytes is another letter, marked for officers', async () => {
  const headers = { 'Message-ID': '<isti@example.org>' };
  const one = await office.take(plainMail({ headers }), 'b1@example.org');
  const other = await office.take(plainMail({ headers, body: 'Друго писмо.\r\n' }), 'b1@example.org');
  expect(one.mail.facts).toMatchObject({ sameMessageId: false });
  expect(other.mail.facts).toMatchObject({ sameMessageId: true });
  expect(other.letter!.id).not.toBe(one.letter!.id);
});

test('files pass the checks of the form; what does not is named and stays in the raw mail', async () => {
  const part = (type: string, name: string, content: string) =>
    `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`;
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const body = [
    '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Молим за <b>помоћ</b>.</p><img src="cid:1">\r\n',
    part('text/plain', 'beleska.txt', 'белешка'),
    part('application/x-msdownload', 'racun.exe', 'MZ'),
    part('application/pdf', 'lazni.pdf', 'није pdf'),
    `--b\r\nContent-Type: image/png\r\nContent-ID: <1>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n${pixel}\r\n--b--\r\n`,
  ].join('');
  const { letter, mail } = await office.take(
    plainMail({ headers: { 'Content-Type': 'multipart/mixed; boundary=b' }, body }),
    'prilozi@example.org',
  );
  expect(letter!.message).toBe('Молим за помоћ.');
  expect(mail.facts!.notOffered).toEqual([
    { name: 'racun.exe', size: 2, why: 'forbidden-type' },
    { name: 'lazni.pdf', size: 12, why: 'lying-type' },
  ]);
  expect(mail.facts!.hasHtml).toBe(true);
  expect(
    await rows(
      office.sql,
      'SELECT name, media_type FROM letter_attachment WHERE letter_id = $1 ORDER BY position',
      [letter!.id],
    ),
  ).toEqual([
    { name: 'beleska.txt', media_type: 'text/plain' },
    { name: 'prilog-4.png', media_type: 'image/png' },
  ]);
});

test('a delivery report and what a machine sends to a bounce address are kept, and are no letters', async () => {
  const report = plainMail({
    headers: { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
    body: '--b\r\nContent-Type: text/plain\r\n\r\nfailed\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.1.1\r\n--b--\r\n',
  });
  expect(await office.take(report, '')).toMatchObject({
    mail: { state: 'aside', reason: 'report' },
    letter: null,
  });
  const absent = plainMail({ headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(await office.take(absent, 'x@example.org', OFFICE.replace('@', '+b.abc@'))).toMatchObject({
    mail: { state: 'aside', reason: 'to-bounce-address', unanswered: 'auto-submitted' },
    letter: null,
  });
});

test('a mail that a machine marks as its own is a letter, and nobody answers it', async () => {
  const { mail, letter } = await office.take(
    plainMail({ headers: { Precedence: 'bulk', From: 'vesti@list.example' } }),
    'vesti@list.example',
  );
  expect(mail.unanswered).toBe('precedence');
  expect(letter!.state).toBe('details_needed');
  expect(await rows(office.sql, 'SELECT 1 FROM outgoing_email WHERE subject_id = $1', [letter!.id])).toEqual(
    [],
  );
});
