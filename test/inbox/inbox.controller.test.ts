import { type AtDesk, Office, referencesIn } from './office.js';

let office: Office;
let triage: AtDesk;

beforeAll(async () => {
  office = await Office.open();
  triage = await office.officer(['triage']);
});
afterAll(() => office.stop());

describe('who sees what', () => {
  let ofSocial: string, ofLegal: string, ofNobody: string;
  beforeAll(async () => {
    ofSocial = (await office.letter({}, { state: 'triaged', unit: 'social' })).reference;
    ofLegal = (await office.letter({}, { state: 'triaged', unit: 'legal' })).reference;
    ofNobody = (await office.letter()).reference;
  });

  test.each(['clerk', 'triage', 'auditor'] as const)('%s sees every letter', async (role) => {
    const desk = await office.officer([role]);
    expect(await desk.list()).toEqual(expect.arrayContaining([ofSocial, ofLegal, ofNobody]));
    expect((await desk.get(`/inbox/letters/${ofLegal}`)).status).toBe(200);
  });

  test.each(['drafter', 'approver'] as const)('%s sees the own unit and what is assigned', async (role) => {
    const desk = await office.officer([role], { unit: 'social' });
    const assigned = await office.letter({}, { state: 'in_work', unit: 'legal', assignedTo: desk.accountId });
    expect(new Set(await desk.list())).toEqual(new Set([ofSocial, assigned.reference]));
    expect((await desk.get(`/inbox/letters/${ofSocial}`)).status).toBe(200);
    expect((await desk.get(`/inbox/letters/${assigned.reference}`)).status).toBe(200);
    expect((await desk.get(`/inbox/letters/${ofNobody}`)).status).toBe(404);
  });

  test.each([[['press']], [['admin']], [['press', 'admin']]] as const)(
    '%p sees no letter, no queue and no count',
    async (roles) => {
      const desk = await office.officer([...roles], { unit: 'social' });
      const { status, html, headers } = await desk.get('/inbox');
      if (roles.some((role) => role === 'press')) expect(headers.get('location')).toBe('/newsroom');
      else {
        expect(status).toBe(200);
        expect(html).toContain('Your account has no role that reads letters.');
      }
      expect(html).not.toContain('id="queues"');
      expect(referencesIn(html)).toEqual([]);
      expect((await desk.get(`/inbox/letters/${ofSocial}`)).status).toBe(404);
    },
  );

  test('a foreign letter and an absent one look alike', async () => {
    const desk = await office.officer(['drafter'], { unit: 'protocol' });
    const foreign = await desk.get(`/inbox/letters/${ofSocial}`);
    const absent = await desk.get('/inbox/letters/0000-0000');
    expect(foreign.status).toBe(404);
    expect(foreign.html.replaceAll(ofSocial, '')).toBe(absent.html.replaceAll('0000-0000', ''));
  });

  test('whoever is not signed in is led to the door, and back afterwards', async () => {
    const answer = await fetch(`${office.app.url}/inbox/letters/${ofSocial}?state=all`, {
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    expect(decodeURIComponent(answer.headers.get('location')!)).toContain(
      `/inbox/letters/${ofSocial}?state=all`,
    );
  });
});

describe('filters', () => {
  test('each narrows the list to what it says, and they add up', async () => {
    const desk = await office.officer(['triage']);
    const urgent = await office.letter(
      { channel: 'post', releaseSlug: 'novi-most' },
      { urgent: true, category: 'roads', unit: 'petitions', state: 'triaged' },
    );
    const mine = await office.letter(
      { channel: 'email' },
      { state: 'in_work', assignedTo: desk.accountId, category: 'health', unit: 'social' },
    );
    const closed = await office.letter({}, { state: 'closed' });
    const spam = await office.letter({}, { state: 'spam' });

    expect(await desk.list('?urgent=yes')).toEqual([urgent.reference]);
    expect(await desk.list('?channel=post')).toEqual([urgent.reference]);
    expect(await desk.list('?category=roads')).toEqual([urgent.reference]);
    expect(await desk.list('?release=novi-most')).toEqual([urgent.reference]);
    expect(await desk.list('?assigned=me')).toEqual([mine.reference]);
    expect(await desk.list(`?assigned=${desk.accountId}`)).toEqual([mine.reference]);
    expect(await desk.list('?assigned=none')).not.toContain(mine.reference);
    expect(await desk.list('?unit=petitions')).toEqual([urgent.reference]);
    expect(await desk.list('?state=closed')).toEqual([closed.reference]);
    expect(await desk.list('?state=spam')).toEqual([spam.reference]);
    expect(await desk.list('?state=all')).toEqual(
      expect.arrayContaining([urgent.reference, closed.reference, spam.reference]),
    );
    expect(await desk.list()).not.toEqual(expect.arrayContaining([closed.reference]));
    expect(await desk.list('?channel=post&category=health')).toEqual([]);
  });

  test('overdue is what is late and waits for us, not for the citizen', async () => {
    const yesterday = new Date(Date.now() - 86_400_000);
    const late = await office.letter({}, { dueOn: yesterday });
    const waiting = await office.letter({}, { dueOn: yesterday, state: 'details_needed' });
    const done = await office.letter({}, { dueOn: yesterday, state: 'answered' });
    const listed = await triage.list('?due=overdue');
    expect(listed).toEqual([late.reference]);
    expect(listed).not.toContain(waiting.reference);
    expect(listed).not.toContain(done.reference);
  });

  test('an unknown filter is ignored aloud', async () => {
    const { status, html } = await triage.get("/inbox?state=lost&unit=';DROP TABLE letter;--");
    expect(status).toBe(200);
    expect(html).toContain('An unknown filter was ignored: state, unit.');
  });

  test.each([
    '?after=AAAA',
    '?before=%00',
    `?after=${Buffer.from('9.x').toString('base64url')}`,
    '?q=%00',
    '?q=%F0%9F%98%80',
    `?q=${'жалба '.repeat(40)}`,
    '?q="%26|!-(',
    '?state=closed&state=spam',
  ])('a crooked query %s is answered with a page', async (query) =>
    expect((await triage.get(`/inbox${query}`)).status).toBe(200),
  );
});

describe('queues', () => {
  test('each counts what its link lists', async () => {
    const desk = await office.officer(['triage'], { unit: 'legal' });
    const { html } = await desk.get('/inbox');
    const queues = [
      ...html.matchAll(
        /<a href="(\/inbox(?!\/)[^"]*)"[^>]*data-keys="[^"]*"[^>]*>[^<]*<span class="n">(\d+)/g,
      ),
    ];
    expect(queues).toHaveLength(15);
    for (const [, href, count] of queues)
      expect([href, (await desk.list(href!.slice(6).replaceAll('&amp;', '&'))).length]).toEqual([
        href,
        Number(count),
      ]);
  });

  test('a drafter’s counts are of the letters that a drafter sees', async () => {
    const desk = await office.officer(['drafter'], { unit: 'protocol' });
    await office.letter({}, { state: 'triaged', unit: 'protocol' });
    const { html } = await desk.get('/inbox?state=all');
    expect(/All letters <span class="n">(\d+)/.exec(html)?.[1]).toBe('1');
  });
});

test('unread is what this account has not opened', async () => {
  const { reference } = await office.letter({}, { state: 'triaged', category: 'pardon' });
  const other = await office.officer(['triage']);
  await other.get(`/inbox/letters/${reference}`);
  expect((await triage.get('/inbox?category=pardon')).html).toContain('data-unread');
  expect((await other.get('/inbox?category=pardon')).html).not.toContain('data-unread');
});

test('the interface speaks the account’s language and script; the citizen’s words stay as written', async () => {
  const { reference } = await office.letter(
    { surname: 'Ђукић', subject: 'Молба за Ђердап' },
    { category: 'agriculture', state: 'triaged' },
  );
  const latin = await office.officer(['triage'], { language: 'sr-Latn', name: 'Његош Џелатовић' });
  const cyrillic = await office.officer(['triage'], { language: 'sr-Cyrl' });
  const inLatin = (await latin.get(`/inbox/letters/${reference}`)).html;
  expect(inLatin).toContain('<html lang="sr-Latn">');
  expect(inLatin).toContain('Podaci za odgovor');
  expect(inLatin).toContain('Poljoprivreda');
  expect(inLatin).toContain('Молба за Ђердап');
  expect(inLatin).toContain('Boljevac');
  expect(inLatin).toContain('Njegoš Dželatović čita pismo.');
  expect((await cyrillic.get(`/inbox/letters/${reference}`)).html).toContain('Подаци за одговор');
});
