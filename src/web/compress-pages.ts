import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/**
 * Compresses answers over 1 kB that are made on request; built files are compressed beforehand. Level 4 of
 * Brotli costs about a millisecond a page. Bodies that come in compressed are not unpacked: nobody sends a
 * letter that way, and a small one could unpack to gigabytes.
 */
export async function compressPages(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}
