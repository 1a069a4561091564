import { type AtDesk, Office } from '../office.js';

let office: Office;
let triage: AtDesk;
let drafter: AtDesk;

beforeAll(async () => {
  office = await Office.open();
  triage = await office.officer(['triage'], { name: 'Stefan Nikolić' });
  drafter = await office.officer(['drafter'], { name: 'Jovana Ristić', unit: 'social' });
});
afterAll(() => office.stop());

const sorted = { category: 'health', unit: 'social', urgency: 'normal' };

test('a letter goes from arrival to closure and back, each step written down in order', async () => {
  const { id, reference } = await office.letter();
  const step = async (desk: AtDesk, action: string, fields: Record<string, string>) => {
    const { status, headers } = await desk.act(reference, action, fields);
    expect([action, status, headers.get('location')?.split('?')[0]]).toEqual([
      action,
      303,
      `/inbox/letters/${reference}`,
    ]);
  };
  await step(triage, 'triage', { category: 'health', unit: '', urgency: 'urgent', urgencyReason: 'pain' });
  await step(triage, 'assignment', { to: 'colleague', colleague: drafter.accountId });
  await step(drafter, 'assignment', { to: 'nobody' });
  await step(drafter, 'assignment', { to: 'me' });
  await step(drafter, 'closure', { reason: 'Settled by telephone' });
  await step(triage, 'reopening', { reason: 'The citizen called again' });
  await step(triage, 'spam', { reason: 'Advertisement' });

  const moves = (await office.events(id)).filter(({ to }) => to !== null).slice(1);
  expect(moves.map(({ from, to, accountId, reason }) => [from, to, accountId, reason])).toEqual([
    ['received', 'triaged', triage.accountId, null],
    ['triaged', 'in_work', triage.accountId, null],
    ['in_work', 'triaged', drafter.accountId, null],
    ['triaged', 'in_work', drafter.accountId, null],
    ['in_work', 'closed', drafter.accountId, 'Settled by telephone'],
    ['closed', 'received', triage.accountId, 'The citizen called again'],
    ['received', 'spam', triage.accountId, 'Advertisement'],
  ]);
  const { html } = await triage.get(`/inbox/letters/${reference}`);
  for (const sentence of [
    'Stefan Nikolić triages the letter and marks it urgent: Health, Social affairs and health.',
    'Stefan Nikolić assigns the letter; Jovana Ristić works on it.',
    'Jovana Ristić hands the letter back.',
    'Jovana Ristić takes the letter.',
    'Jovana Ristić closes the letter. Reason: Settled by telephone',
    'Stefan Nikolić reopens the letter. Reason: The citizen called again',
  ])
    expect(html).toContain(sentence);
});

test('the answer leads back to the letter beside the same list, and tells what was done once', async () => {
  const { reference } = await office.letter();
  const { headers } = await triage.act(reference, 'triage', sorted, '?state=received&sort=due&done=spam');
  expect(headers.get('location')).toMatch(/\?state=received&sort=due&done=triaged&undo=\d+$/);
  expect((await triage.get(headers.get('location')!)).html).toContain(`Letter ${reference} is triaged.`);
});

describe('only what the table of states allows is offered', () => {
  const offered = async (desk: AtDesk, reference: string) =>
    [...(await desk.get(`/inbox/letters/${reference}`)).html.matchAll(/<form [^>]*id="action-(\w+)"/g)].map(
      ([, action]) => action,
    );

  test.each([
    ['received', ['triage', 'closure', 'merge', 'spam', 'risk']],
    ['triaged', ['assignment', 'triage', 'closure', 'merge', 'spam', 'risk']],
    ['in_work', ['assignment', 'triage', 'closure', 'merge', 'spam', 'risk']],
    ['in_review', ['risk']],
    ['answered', ['closure', 'risk']],
    ['closed', ['reopening', 'risk']],
    ['spam', ['reopening', 'risk']],
    ['withdrawn', []],
  ] as const)('%s', async (state, actions) => {
    const { reference } = await office.letter({}, { state, unit: 'social', category: 'health' });
    // A note moves nothing, so it is offered in every state.
    expect(new Set(await offered(triage, reference))).toEqual(new Set([...actions, 'note']));
  });

  test('a drafter does not sort letters', async () => {
    const { id, reference } = await office.letter(
      {},
      { state: 'triaged', unit: 'social', category: 'health' },
    );
    expect(await offered(drafter, reference)).not.toContain('triage');
    const { status, html } = await drafter.act(reference, 'triage', { ...sorted, unit: 'legal' });
    expect(status).toBe(409);
    expect(html).toContain('Nothing was changed');
    expect((await office.events(id, 'triage')).length).toBe(0);
  });
});

describe('refusals lose nothing', () => {
  test('a letter that changed meanwhile is shown again, with what was entered', async () => {
    const { id, reference } = await office.letter();
    const stale = /name="seen" value="([^"]+)"/.exec(
      (await triage.get(`/inbox/letters/${reference}`)).html,
    )![1]!;
    await drafter.get('/inbox');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await triage.act(reference, 'triage', sorted);
    const { status, html } = await triage.act(reference, 'closure', {
      reason: 'Моја реч остаје',
      seen: stale,
    });
    expect(status).toBe(409);
    expect(html).toContain('The letter changed in the meantime.');
    expect(html).toContain('value="Моја реч остаје"');
    expect(await office.stateOf(id)).toBe('triaged');
    expect((await triage.act(reference, 'closure', { reason: 'Моја реч остаје' })).status).toBe(303);
  });

  test('a transition that the table does not know says so, and keeps the reason', async () => {
    const { id, reference } = await office.letter({}, { state: 'answered' });
    const { status, html } = await triage.act(reference, 'spam', { reason: 'Реклама' });
    expect(status).toBe(409);
    expect(html).toContain('The letter is now “Answered” and this is no longer possible.');
    expect(html).toContain('value="Реклама"');
    expect(await office.stateOf(id)).toBe('answered');
  });

  test.each([
    ['triage', { ...sorted, category: 'weather' }, 'Choose a category from the list.'],
    ['triage', { ...sorted, category: '' }, 'Choose a category from the list.'],
    ['triage', { ...sorted, unit: 'moon' }, 'Choose a unit from the list.'],
    ['triage', { ...sorted, urgency: 'quite' }, 'Choose the urgency.'],
    ['triage', { ...sorted, urgency: 'urgent' }, 'Say why the letter is urgent.'],
    ['triage', { ...sorted, urgency: 'urgent', urgencyReason: 'x'.repeat(501) }, 'At most 500 characters.'],
    ['closure', { reason: '  ' }, 'Give a reason.'],
    ['closure', {}, 'Give a reason.'],
    ['closure', { reason: 'ж'.repeat(501) }, 'At most 500 characters.'],
    ['spam', { reason: '' }, 'Give a reason.'],
  ] as [string, Record<string, string>, string][])(
    '%s with %j is asked again',
    async (action, fields, message) => {
      const { id, reference } = await office.letter();
      const { status, html } = await triage.act(reference, action, fields);
      expect(status).toBe(422);
      expect(html).toContain(message);
      expect(html).toContain(`id="action-${action}" class="action open"`);
      expect(await office.stateOf(id)).toBe('received');
    },
  );

  test('a colleague who cannot work on letters, or is no account at all, is not given one', async () => {
    const { id, reference } = await office.letter(
      {},
      { state: 'triaged', unit: 'social', category: 'health' },
    );
    const press = await office.officer(['press']);
    for (const colleague of [press.accountId, '0198f2d0-0000-7000-8000-000000000001', "x' OR 1=1"])
      expect((await triage.act(reference, 'assignment', { to: 'colleague', colleague })).status).toBe(422);
    expect(await office.stateOf(id)).toBe('triaged');
  });

  test('fields that the form does not have are refused outright', async () => {
    const { id, reference } = await office.letter();
    expect((await triage.act(reference, 'closure', { reason: 'x', state: 'answered' })).status).toBe(400);
    expect(await office.stateOf(id)).toBe('received');
  });

  test('a reason keeps what PostgreSQL can store', async () => {
    const { id, reference } = await office.letter();
    expect((await triage.act(reference, 'closure', { reason: ' a\u0000b😀 ' })).status).toBe(303);
    expect((await office.events(id, 'closure'))[0]?.reason).toBe('ab😀');
  });
});

test('without the session’s token nothing happens', async () => {
  const { id, reference } = await office.letter();
  for (const fields of [{ reason: 'x' }, { reason: 'x', _csrf: 'forged' }] as Record<string, string>[])
    expect((await triage.post(`/inbox/letters/${reference}/closure`, fields)).status).toBe(403);
  expect(await office.stateOf(id)).toBe('received');
  expect(await office.events(id, 'closure')).toEqual([]);
});

test('a foreign letter and an absent one answer alike to every action', async () => {
  const { id, reference } = await office.letter({}, { state: 'triaged', unit: 'legal', category: 'pardon' });
  const own = await office.letter({}, { state: 'triaged', unit: 'social', category: 'health' });
  const { html } = await drafter.get(`/inbox/letters/${own.reference}`);
  const token = /name="_csrf" value="([^"]+)"/.exec(html)![1]!;
  for (const action of ['triage', 'assignment', 'closure', 'reopening', 'merge', 'separation', 'spam'])
    for (const target of [reference, '0000-0000'])
      expect(
        (await drafter.post(`/inbox/letters/${target}/${action}`, { _csrf: token, reason: 'x' })).status,
      ).toBe(404);
  expect(await office.stateOf(id)).toBe('triaged');
});

test('what was done is offered to be taken back, and the letter is as it was', async () => {
  const { id, reference } = await office.letter();
  const done = (await triage.act(reference, 'closure', { reason: 'x' })).headers.get('location')!;
  const { html } = await triage.get(done);
  expect(html).toContain(`action="/inbox/letters/${reference}/undo"`);
  const event = /name="event" value="(\d+)"/.exec(html)![1]!;
  const { status, headers } = await triage.act(reference, 'undo', { event });
  expect([status, headers.get('location')]).toEqual([303, `/inbox/letters/${reference}?done=undone`]);
  expect(await office.stateOf(id)).toBe('received');
  const again = await triage.act(reference, 'undo', { event });
  expect(again.status).toBe(409);
  expect(again.html).toContain('cannot be taken back');
});

test('a danger stands above every list until its outcome, and the second who takes it learns who has it', async () => {
  const { id, reference } = await office.letter({ surname: 'Опасић' });
  await office.letter({ surname: 'Обичнић' });
  const marked = await triage.act(reference, 'risk', { risk: 'life', reason: 'no medicine' });
  expect(marked.status).toBe(303);
  for (const view of ['', '?urgent=yes', '?risk=yes', '?assigned=me']) {
    const { html } = await drafter.get(`/inbox${view}`);
    // The drafter sees letters of the own unit only.
    expect([view, html.includes(reference)]).toEqual([view, false]);
    const { html: seen } = await triage.get(`/inbox${view}`);
    expect([view, seen.indexOf(reference)]).toEqual([view, seen.indexOf(reference)]);
    expect([view, /class="row[^"]*"[^>]*>.*?data-reference="([^"]+)"/s.exec(seen)![1]]).toEqual([
      view,
      reference,
    ]);
    if (view !== '?risk=yes') expect(seen).toContain('class="alarm"');
  }
  expect((await triage.act(reference, 'closure', { reason: 'x' })).status).toBe(409);
  const colleague = await office.officer(['triage'], { name: 'Ana Petrović' });
  expect((await colleague.act(reference, 'risk-taking', {})).status).toBe(303);
  const late = await triage.act(reference, 'risk-taking', {});
  expect(late.status).toBe(409);
  expect(late.html).toContain('taken in the meantime by Ana Petrović');
  expect((await triage.get('/inbox')).html).not.toContain('class="alarm"');
  expect((await colleague.act(reference, 'risk-outcome', { reason: '' })).status).toBe(422);
  expect((await colleague.act(reference, 'risk-outcome', { reason: 'Called 194.' })).status).toBe(303);
  expect((await office.events(id, 'risk-outcome'))[0]).toMatchObject({ reason: 'Called 194.' });
  expect((await triage.act(reference, 'risk', { risk: 'none', reason: 'x' })).status).toBe(422);
});
