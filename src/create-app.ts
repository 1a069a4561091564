import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { observeRequests } from './access-log.js';
import { AppModule, ROOMS } from './app.module.js';
import { type Environment } from './config/environment.js';
import { createLog } from './config/log.js';
import { type OfficeProfile } from './config/office-profile.js';
import { serveOpenApi } from './openapi.js';
import { compressPages } from './web/compress-pages.js';
import { frameworkErrors } from './web/errors/framework-errors.js';
import { MetricsService } from './web/metrics.service.js';
import { securityHeaders } from './web/security-headers.js';
import { serveAssets } from './web/serve-assets.js';

/** Routes that a worker answers: those of operators. */
const OPERATORS = new Set(['/healthz', '/readyz', '/metrics']);

/** Builds the HTTP application with its root hooks; the caller listens. */
export async function createApp(
  environment: Environment,
  profile: OfficeProfile,
  databaseUrl: string,
  rooms = ROOMS,
): Promise<NestFastifyApplication> {
  const log = createLog(environment.logLevel);
  const adapter = new FastifyAdapter({
    trustProxy: environment.trustedProxies.length > 0 ? environment.trustedProxies : false,
    bodyLimit: 1_048_576,
    // Five attachments of 10 MB take seven minutes on a line of 1 Mbit/s.
    requestTimeout: 900_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: frameworkErrors(profile),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(environment, profile, databaseUrl, rooms),
    adapter,
    { logger: log.nest, abortOnError: false },
  );
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  observeRequests(fastify, log.pino, app.get(MetricsService, { strict: false }));
  securityHeaders(fastify, environment);
  if (environment.role === 'worker')
    fastify.addHook('onRequest', async (request, reply) => {
      if (!OPERATORS.has(request.routeOptions.url ?? '')) return reply.status(404).send();
    });
  await compressPages(fastify);
  await serveAssets(fastify);
  // Limits of a form: 5 files of 10 MB and its fields; rooms stream the files themselves.
  await fastify.register(multipart, {
    limits: {
      files: 5,
      fileSize: 10 * 1024 * 1024,
      fields: 60,
      fieldSize: 256 * 1024,
      parts: 70,
      headerPairs: 50,
    },
    throwFileSizeLimit: false,
  });
  serveOpenApi(app, environment, profile);
  return app;
}
