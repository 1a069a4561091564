import { rows } from '../../../src/database/rows.js';
import { tokenIn } from '../../staff/browser.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let desk: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  desk = await office.officer(['clerk']);
});
afterAll(() => office.stop());

/** A letter whose acknowledgement failed for good. */
async function unacknowledged(unit?: string): Promise<{ reference: string; email: string }> {
  const { id, reference } = await office.letter({}, { unit });
  await office.registered();
  const [email] = await rows<{ id: string }>(
    office.sql,
    `UPDATE outgoing_email SET state = 'failed', due_at = NULL, lease_token = NULL, leased_until = NULL,
       last_error = '550 5.1.1 <script>No such user</script>' WHERE subject_id = $1 RETURNING id`,
    [id],
  );
  return { reference, email: email!.id };
}

async function retry(at: AtDesk, reference: string, email: string) {
  const token = tokenIn((await at.get('/staff/account')).html);
  return at.post(`/inbox/letters/${reference}/emails/${email}/retry?state=all`, { _csrf: token });
}

async function stateOf(email: string): Promise<string> {
  const [found] = await rows<{ state: string }>(
    office.sql,
    'SELECT state FROM outgoing_email WHERE id = $1',
    [email],
  );
  return found!.state;
}

test('an e-mail that did not leave says why, and leaves again at a press', async () => {
  const { reference, email } = await unacknowledged();
  const { html } = await desk.get(`/inbox/letters/${reference}`);
  expect(html).toContain('not sent');
  expect(html).toContain('550 5.1.1 &lt;script>No such user');
  expect(html).toContain(`/emails/${email}/retry`);
  const { status, headers } = await retry(desk, reference, email);
  expect(status).toBe(303);
  expect(headers.get('location')).toBe(`/inbox/letters/${reference}?state=all&done=retried`);
  expect(await stateOf(email)).not.toBe('failed');
});

test('one that has not failed stays as it is, and the page says so', async () => {
  const { reference, email } = await unacknowledged();
  await office.sql.query(`UPDATE outgoing_email SET state = 'sent', sent_at = now() WHERE id = $1`, [email]);
  expect((await retry(desk, reference, email)).headers.get('location')).toContain('done=notFailed');
  expect(await stateOf(email)).toBe('sent');
});

test('it is reached through its own letter only, by those who may see it and change something', async () => {
  const { reference, email } = await unacknowledged('social');
  const other = await unacknowledged('social');
  const foreign = await office.officer(['drafter'], { unit: 'legal' });
  const auditor = await office.officer(['auditor']);
  expect((await retry(desk, other.reference, email)).status).toBe(404);
  expect((await retry(desk, reference, 'none')).status).toBe(404);
  expect((await retry(foreign, reference, email)).status).toBe(404);
  expect((await retry(auditor, reference, email)).status).toBe(403);
  expect((await auditor.get(`/inbox/letters/${reference}`)).html).not.toContain('/retry');
  expect(await stateOf(email)).toBe('failed');
});

test('a reply that failed is its officer’s to send anew, not to be tried again as it was', async () => {
  const { reference, email } = await unacknowledged();
  await office.sql.query(`UPDATE outgoing_email SET kind = 'reply.answer' WHERE id = $1`, [email]);
  expect((await desk.get(`/inbox/letters/${reference}`)).html).not.toContain(`/emails/${email}/retry`);
  expect((await retry(desk, reference, email)).headers.get('location')).toContain('done=notFailed');
  expect(await stateOf(email)).toBe('failed');
});
