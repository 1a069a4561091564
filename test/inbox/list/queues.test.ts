import { queueOf, queuesFor } from '../../../src/inbox/list/queues.js';

test('every queue is found again from its own view, in either order', () => {
  const queues = queuesFor('social');
  for (const queue of queues) expect(queueOf({ ...queue.view, sort: 'due' }, queues)?.code).toBe(queue.code);
});

test('a queue with one filter more is no queue', () => {
  expect(queueOf({ state: 'closed', channel: 'web' }, queuesFor(null))).toBeUndefined();
});

test('an account without a unit has no queue of its unit', () => {
  expect(queuesFor(null).map(({ code }) => code)).not.toContain('unit');
});

test('no two queues share their keys', () => {
  const keys = queuesFor('social').map((queue) => queue.keys);
  expect(new Set(keys).size).toBe(keys.length);
});
