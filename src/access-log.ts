import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { MetricsService } from './web/metrics.service.js';

/** One line and one observation a request, by route pattern: private links are in addresses, so those stay out. */
export function observeRequests(fastify: FastifyInstance, log: Logger, metrics: MetricsService): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    // A stream stays open as long as somebody looks: its length is no time of an answer.
    if (reply.raw.getHeader('content-type') !== 'text/event-stream')
      metrics.requests.observe(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1_000,
      );
    log.info({ method: request.method, route, status: reply.statusCode, milliseconds });
    done();
  });
}
