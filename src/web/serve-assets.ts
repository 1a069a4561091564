import { existsSync } from 'node:fs';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ASSETS_FOLDER } from './assets.js';

/**
 * Serves the built files below `/assets`. Their names change with their content, so browsers keep them for a
 * year without asking. Without a build (unit tests) there is nothing to serve, and `/assets` answers 404.
 */
export async function serveAssets(fastify: FastifyInstance, folder = ASSETS_FOLDER): Promise<void> {
  if (!existsSync(folder)) return;
  await fastify.register(serveStatic, {
    root: folder,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    allowedPath: (path) => !/\.(br|gz|json)$/.test(path),
  });
}
