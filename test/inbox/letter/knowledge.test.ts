import { rows } from '../../../src/database/rows.js';
import { mentionedIn } from '../../../src/letters/notes/mentions.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let jovana: AtDesk;
let marko: AtDesk;
let dragana: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  jovana = await office.officer(['triage'], { name: 'Јована Ристић' });
  marko = await office.officer(['drafter'], { name: 'Марко Илић', unit: 'social' });
  dragana = await office.officer(['drafter'], { name: 'Dragana Pavlović', unit: 'legal' });
}, 60_000);
afterAll(() => office?.stop());

const TRIAGE = { category: 'waiting-lists', unit: '', urgency: 'normal' };
const facts = (html: string) => /<aside class="file"[\s\S]*?<\/aside>/.exec(html)![0];
const trail = (html: string) => /<section class="trail"[\s\S]*?<\/section>/.exec(html)![0];

describe('the tree of categories', () => {
  test('a part says its whole path, goes to the unit of what it is a part of, and is found with it', async () => {
    const { reference } = await office.letter();
    const other = await office.letter();
    expect((await jovana.act(reference, 'triage', TRIAGE)).status).toBe(303);
    await jovana.act(other.reference, 'triage', { ...TRIAGE, category: 'pensions' });
    const { html } = await jovana.get(`/inbox/letters/${reference}`);
    expect(facts(html)).toContain('Health › Waiting lists');
    expect(facts(html)).toContain('Social affairs and health');
    expect(await jovana.list('?category=health')).toEqual([reference]);
    expect(await jovana.list('?category=waiting-lists')).toEqual([reference]);
    await office.indexed();
    expect(await jovana.list(`?q=${encodeURIComponent('категорија:здравство')}`)).toEqual([reference]);
    expect(await jovana.list(`?q=${encodeURIComponent('category:medicines')}`)).toEqual([]);
  });
});

describe('sensitive marks', () => {
  test('are set and taken away by triage, shown, found, told and taken back', async () => {
    const { id, reference } = await office.letter();
    const marked = (await jovana.act(reference, 'triage', {
      ...TRIAGE,
      sensitive: ['minor', 'health'],
    }))!;
    const { html } = await jovana.get(`/inbox/letters/${reference}`);
    expect(facts(html)).toContain('health data, a minor');
    expect(trail(html)).toContain('Sensitive data: health data, a minor.');
    expect((await jovana.get('/inbox')).html).toContain('aria-label="sensitive data"');
    expect(await jovana.list('?mark=minor&state=all')).toEqual([reference]);
    expect(await jovana.list(`?q=${encodeURIComponent('ознака:малолетно -mark:staff')}`)).toEqual([
      reference,
    ]);
    expect(await jovana.list(`?q=${encodeURIComponent('-mark:minor')}`)).not.toContain(reference);
    expect(await jovana.list(`?q=${encodeURIComponent('mark:health')}`)).toEqual([reference]);
    await jovana.act(reference, 'triage', TRIAGE);
    expect(await jovana.list('?mark=minor&state=all')).toEqual([]);
    const undo = new URL(marked.headers.get('location')!, jovana.url).searchParams.get('undo')!;
    // Only the last change is taken back; the mark's own can no longer be.
    expect((await jovana.act(reference, 'undo', { event: undo })).status).toBe(409);
    const [last] = await rows<{ id: string }>(
      office.sql,
      'SELECT max(id) AS id FROM letter_event WHERE letter_id = $1 AND kind = $2',
      [id, 'triage'],
    );
    expect((await jovana.act(reference, 'undo', { event: last!.id })).status).toBe(303);
    expect(await jovana.list('?mark=minor&state=all')).toEqual([reference]);
  });

  test('that the office does not know are refused, with what was entered', async () => {
    const { reference } = await office.letter();
    const answer = await jovana.act(reference, 'triage', { ...TRIAGE, sensitive: ['nobody', 'minor'] });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Choose marks from the list.');
    expect(answer.html).toMatch(/name="sensitive" value="minor" checked/);
  });
});

describe('notes', () => {
  const mentions = (desk: AtDesk) => desk.list('?mentioned=yes&state=all');
  const emails = (letterId: string) =>
    rows<{ recipient: string }>(
      office.sql,
      `SELECT recipient FROM outgoing_email WHERE subject_id = $1 AND kind = 'letter.mention' ORDER BY recipient`,
      [letterId],
    );

  test('tell a colleague, who has the letter among mentions until it is displayed', async () => {
    const { id, reference } = await office.letter(
      {},
      { state: 'triaged', unit: 'social', category: 'health' },
    );
    const note = 'Звала сам болницу.\n@Marko Ilić, погледај молим те.';
    expect((await jovana.act(reference, 'note', { note, mention: '' })).status).toBe(303);
    const [markosMail] = await rows<{ email: string }>(
      office.sql,
      'SELECT email FROM account WHERE id = $1',
      [marko.accountId],
    );
    expect(await emails(id)).toEqual([{ recipient: markosMail!.email }]);
    expect(await mentions(marko)).toEqual([reference]);
    expect((await marko.get('/inbox')).html).toMatch(/Mention me <span class="n">1</);
    // Fetched ahead is not yet seen.
    await marko.get(`/inbox/letters/${reference}`, { 'sec-purpose': 'prefetch' });
    expect(await mentions(marko)).toEqual([reference]);
    const { html } = await marko.get(`/inbox/letters/${reference}`);
    expect(trail(html)).toContain(`Jovana Ristić notes: ${note}`);
    expect(await mentions(marko)).toEqual([]);
    expect(await mentions(jovana)).toEqual([]);
    await office.indexed();
    expect(await jovana.list(`?q=${encodeURIComponent('болници погледај')}`)).toEqual([reference]);
  });

  test('may mention by a choice instead, once, and never somebody who may not see the letter', async () => {
    const { id, reference } = await office.letter(
      {},
      { state: 'triaged', unit: 'social', category: 'health' },
    );
    const chosen = { note: 'Без имена у тексту.', mention: marko.accountId };
    expect((await jovana.act(reference, 'note', chosen)).status).toBe(303);
    expect(await emails(id)).toHaveLength(1);
    expect(trail((await jovana.get(`/inbox/letters/${reference}`)).html)).toContain('@Марко Илић');
    const refused = await jovana.act(reference, 'note', { note: 'И ти, @Драгана Павловић!', mention: '' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('may not be seen by Dragana Pavlović');
    expect(refused.html).toContain('И ти, @Драгана Павловић!');
    expect(await office.events(id, 'note')).toHaveLength(1);
    expect(await mentions(dragana)).toEqual([]);
  });

  test('are text: long ones without a space, right to left, emoji, markup; empty and endless ones are refused', async () => {
    const { reference } = await office.letter();
    for (const note of ['ж'.repeat(5_000), 'שלום 👩🏽‍⚖️ مرحبا', '<img src=x onerror=alert(1)>'])
      expect((await jovana.act(reference, 'note', { note, mention: '' })).status).toBe(303);
    const { html } = await jovana.get(`/inbox/letters/${reference}`);
    expect(html).toContain('&lt;img src=x onerror=alert(1)');
    expect(html).toContain('שלום 👩🏽‍⚖️ مرحبا');
    for (const note of ['', '   ', 'ж'.repeat(20_000)])
      expect((await jovana.act(reference, 'note', { note, mention: '' })).status).toBe(422);
    expect((await jovana.act(reference, 'note', { note: 'x', mention: 'nobody' })).status).toBe(422);
    // The citizen's own page never shows one.
    const [letter] = await rows<{ id: string }>(office.sql, 'SELECT id FROM letter WHERE reference = $1', [
      reference,
    ]);
    const { letterEvents } = await import('../../../src/letters/letters.queries.js');
    const seen = await letterEvents(office.sql, letter!.id, 'citizen');
    expect(seen.map(({ kind }) => kind)).not.toContain('note');
  });

  test('names are told from each other, in either script', () => {
    const people = [{ name: 'Ана Илић' }, { name: 'Ana Ilić Perić' }, { name: 'Ђорђе Љубић' }];
    const named = (text: string) => mentionedIn(text, people).map(({ name }) => name);
    expect(named('@Ana Ilić Perić и @Djordje Ljubic')).toEqual(['Ana Ilić Perić', 'Ђорђе Љубић']);
    expect(named('@ана илић, молим')).toEqual(['Ана Илић']);
    expect(named('ana ilić, и @Ана Илићка')).toEqual([]);
  });
});

describe('letters of the same person', () => {
  test('are those of the same address, telephone, or name and place in either script; never a foreign unit’s', async () => {
    const person = { name: 'Љубица', surname: 'Ђокић', municipality: 'Тутин', email: 'ljubica@example.org' };
    const byEmail = await office.letter({ ...person, name: 'Неко', surname: 'Други', municipality: 'Ниш' });
    const byName = await office.letter(
      {
        ...person,
        name: 'Ljubica',
        surname: 'Djokić',
        municipality: 'Tutin',
        email: null,
        phone: '1',
        phoneE164: null,
      },
      { state: 'triaged', unit: 'legal', category: 'pardon' },
    );
    await office.letter({ ...person, municipality: 'Сјеница', email: 'druga.ljubica@example.org' });
    const letter = await office.letter(person, { state: 'triaged', unit: 'social', category: 'health' });
    await office.indexed();
    const related = (html: string) =>
      [...facts(html).matchAll(/href="\/inbox\/letters\/([^"?]+)"/g)].map(([, reference]) => reference);
    const { html } = await jovana.get(`/inbox/letters/${letter.reference}`);
    expect(related(html)).toEqual([byName.reference, byEmail.reference]);
    expect(facts(html)).toContain('Same person');
    expect(related((await marko.get(`/inbox/letters/${letter.reference}`)).html)).toEqual([]);
  });
});
