import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** One page as it goes over the wire in one encoding. */
interface Variant {
  body: Buffer;
  /** Strong, so it differs from encoding to encoding (RFC 9110, 8.8.3.3). */
  etag: string;
}

/** A page in every encoding, rendered and compressed once. */
export interface PageVariants {
  type: string;
  /** Bytes held in memory. */
  size: number;
  variants: Record<Encoding, Variant>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Compresses off the main thread; Brotli at 7 makes a page as small as at 9, in a fifteenth of the time, and a tenth larger than at 11. */
export async function pageVariants(type: string, content: string | Buffer): Promise<PageVariants> {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  const [br, gz] = await Promise.all([
    compressBrotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 7,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
    compressGzip(body, { level: 9 }),
  ]);
  const hash = createHash('sha256').update(type).update('\n').update(body).digest('base64url').slice(0, 22);
  return {
    type,
    size: body.length + br.length + gz.length,
    variants: {
      br: { body: br, etag: `"${hash}-br"` },
      gzip: { body: gz, etag: `"${hash}-gz"` },
      identity: { body, etag: `"${hash}"` },
    },
  };
}

/** The smallest encoding that the client accepts; one that it forbids with `q=0` is never chosen (RFC 9110, 12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  return weightOf('br') > 0 ? 'br' : weightOf('gzip') > 0 ? 'gzip' : 'identity';
}

/** Whether `If-None-Match` names this representation; comparison is weak for GET (RFC 9110, 13.1.2). */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
