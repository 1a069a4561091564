import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { QueueService } from './queue.service.js';

const PATH = '/queues';
/** The board styles its elements in place; everything else comes from here, and nothing from strangers. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export type Authorise = (request: FastifyRequest) => Promise<'ok' | 'sign-in' | 'forbidden'>;

/**
 * The page of the queues, for looking only: what is owed is changed on the office's own pages, where rows and not
 * jobs decide. A plugin stands outside Nest's guards, so a root hook asks `authorise` before each of its routes.
 */
export async function queueBoard(
  fastify: FastifyInstance,
  queues: QueueService,
  authorise: Authorise,
  { signIn = '/staff/sign-in' } = {},
): Promise<void> {
  const server = new FastifyAdapter().setBasePath(PATH);
  const board = createBullBoard({
    queues: [],
    // The two packages' typings name one interface twice.
    serverAdapter: server as unknown as Parameters<typeof createBullBoard>[0]['serverAdapter'],
    options: { uiConfig: { boardTitle: 'Pismo', hideRedisDetails: true } },
  });
  let shown = 0;
  /** A queue that was away at the start comes later. */
  const showQueues = () => {
    const all = queues.all();
    if (all.length === shown) return;
    shown = all.length;
    board.replaceQueues(all.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })));
  };

  fastify.addHook('onRequest', async (request, reply) => {
    const route = request.routeOptions.url ?? '';
    if (route !== PATH && !route.startsWith(`${PATH}/`)) return;
    reply.header('content-security-policy', POLICY).header('cache-control', 'no-store');
    const answer = await authorise(request);
    if (answer === 'sign-in') {
      if (request.method !== 'GET') return reply.code(401).type('text/plain').send('Sign in first.');
      return reply.redirect(`${signIn}?next=${encodeURIComponent(PATH)}`, 303);
    }
    if (answer !== 'ok')
      return reply.code(403).type('text/plain').send('Only administrators may see the queues.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return reply
        .code(405)
        .header('allow', 'GET, HEAD')
        .type('text/plain')
        .send('The queues are for looking only.');
    showQueues();
  });

  // Not awaited: that would start the instance before Nest has put its error handler on.
  void fastify.register(
    async (scope) => {
      // The board asks a foreign server for its fonts; its style sheet names others that every machine has.
      scope.addHook('onSend', async (_request, _reply, payload) =>
        typeof payload === 'string' && payload.startsWith('<!DOCTYPE html>')
          ? payload.replace(/<link href="https:\/\/fonts\.googleapis\.com[^>]*>/, '')
          : payload,
      );
      await scope.register(server.registerPlugin(), { prefix: '' });
    },
    { prefix: PATH },
  );
}
