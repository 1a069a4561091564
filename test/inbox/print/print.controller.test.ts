import { extractText, getDocumentProxy } from 'unpdf';
import { fingerprintOf } from '../../../src/replies/fingerprint.js';
import { DispatchService } from '../../../src/replies/dispatch.service.js';
import { RepliesService } from '../../../src/replies/replies.service.js';
import { officer } from '../../support/build.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let desk: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  desk = await office.officer(['drafter'], { unit: 'social' });
});
afterAll(() => office.stop());

const drafter = officer({ roles: ['drafter'], unit: 'social' });
const approver = officer({ roles: ['approver'], unit: 'social' });

/** A letter whose approved reply waits for the post. */
async function toPrint(body: string, letter = {}) {
  const made = await office.letter(letter, { state: 'triaged', unit: 'social', category: 'health' });
  const replies = office.app.get(RepliesService);
  const words = {
    ...{ route: 'post' as const, language: 'sr-Cyrl' as const, body },
    ...{ salutation: 'Поштована госпођо Станковић', subject: 'Ваше писмо о породичној пензији' },
  };
  const saved = await replies.save(made.reference, words, 0, drafter);
  const reply = await replies.submit(made.reference, saved.version, drafter);
  await replies.approve(made.reference, fingerprintOf(reply), approver);
  await office.app.get(DispatchService).order(made.reference, fingerprintOf(reply), drafter);
  return { ...made, replyId: reply.id };
}
async function pdf(path: string): Promise<{ pages: string[]; bytes: Buffer }> {
  const response = await fetch(desk.url + path, {
    headers: { cookie: `pismo_session=${desk.cookies.get('pismo_session')}` },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const bytes = Buffer.from(await response.arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return { pages: text, bytes };
}

test('a reply on paper: address, number, words in both scripts, its fonts embedded', async () => {
  const { reference } = await toPrint(
    'Захтев је упућен **фонду**, *филијала*.\n\n1. први\n2. други\n\n- [саопштење](https://predsednik.example/x)\n\nČačak, šđžćč.',
    {
      name: 'Милица',
      surname: 'Станковић',
      address: 'Карађорђева 41/6',
      postalCode: '36000',
      municipality: 'Краљево',
    },
  );
  await office.registered();
  const { pages, bytes } = await pdf(`/inbox/letters/${reference}/reply/letter.pdf`);
  expect(pages).toHaveLength(1);
  for (const words of [
    'Председник Републике Србије',
    'Милица Станковић',
    'Карађорђева 41/6',
    '36000 Краљево',
    'Ваше писмо о породичној пензији',
    'Поштована госпођо Станковић,',
    'Захтев је упућен фонду, филијала.',
    '2.',
    'саопштење (https://predsednik.example/x)',
    'Čačak, šđžćč.',
    'С поштовањем,',
    reference,
  ])
    expect(pages[0]).toContain(words);
  expect(bytes.includes('/FontFile2')).toBe(true);
  expect(bytes.toString('latin1')).not.toMatch(/\/BaseFont \/(Helvetica|Times)/);
});

test('long words and a letter of several pages: every word is there, and pages are numbered', async () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) => `Пасус ${index} ${'реч '.repeat(30)}`);
  const { reference } = await toPrint([...paragraphs, 'ж'.repeat(3_000)].join('\n\n'));
  const { pages } = await pdf(`/inbox/letters/${reference}/reply/letter.pdf`);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages[0]).toContain(`страна 1 од ${pages.length}`);
  const whole = pages.join(' ');
  for (const index of [0, 30, 59]) expect(whole).toContain(`Пасус ${index} `);
  expect(whole.replaceAll(/[^ж]/g, '').length).toBeGreaterThanOrEqual(3_000);
});

test('the day’s post: one PDF with its list; what is marked as posted is answered, once', async () => {
  const [first, second] = [await toPrint('Прво.'), await toPrint('Друго.')];
  await office.registered();
  const { html } = await desk.get('/inbox/print');
  expect(html).toContain(second.replyId);
  expect((await desk.get('/inbox')).html).toMatch(/To print <span class="n">\d/);
  const { pages } = await pdf('/inbox/print/letters.pdf');
  expect(pages[0]).toContain('Letters for the post');
  for (const { reference } of [first, second]) expect(pages[0]).toContain(reference);
  expect(pages.slice(1).join(' ')).toContain('Прво.');
  const told = await desk.submit('/inbox/print', '/inbox/print', { reply: [first.replyId, second.replyId] });
  expect(told.headers.get('location')).toBe('/inbox/print?posted=2&refused=0');
  expect(await office.stateOf(first.id)).toBe('answered');
  const { html: after } = await desk.get('/inbox');
  expect(after).not.toContain(first.replyId);
});

test('a foreign letter has no PDF, nor has a draft', async () => {
  const { reference } = await toPrint('Прво.');
  const stranger = await office.officer(['drafter'], { unit: 'legal' });
  expect((await stranger.get(`/inbox/letters/${reference}/reply/letter.pdf`)).status).toBe(404);
  const { pages } = await pdf('/inbox/print/letters.pdf');
  expect(pages.join(' ')).toContain(reference);
  const { reference: draft } = await office.letter({}, { state: 'triaged', unit: 'social' });
  expect((await desk.get(`/inbox/letters/${draft}/reply/letter.pdf`)).status).toBe(404);
});

test('signs that the faces cannot draw leave a mark on the paper, and nothing else is lost', async () => {
  const { reference } = await toPrint('Пре 👩‍👩‍👧 после, שלום עולם. *Курзив Ђ* и é.', { surname: 'Ő👋' });
  const { pages } = await pdf(`/inbox/letters/${reference}/reply/letter.pdf`);
  expect(pages.join(' ').replace(/\s+/g, ' ')).toContain('Пре [?] после, [?] [?]. Курзив Ђ и é.');
});
