import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding, isUnchanged, type PageVariants, pageVariants } from './page-variants.js';

/** What a page, feed or list is made of; how it is sent is the cache's business. */
export interface MadePage {
  /** The `content-type`. */
  type: string;
  body: string | Buffer;
}

/** Bytes of all kept pages together, in all encodings. */
const ROOM = 24 * 1024 * 1024;

/**
 * Public pages that are the same for everybody, made once and sent as Buffers with a strong ETag. The least
 * recently used ones go when there is no room. It knows nothing of what the pages show: who changes that, purges.
 */
@Injectable()
export class PageCache implements OnModuleInit {
  private readonly pages = new Map<string, PageVariants>();
  private readonly beingMade = new Map<string, Promise<PageVariants | undefined>>();
  private size = 0;
  private generation = 0;

  constructor(private readonly host: HttpAdapterHost) {}

  /**
   * A page that is kept under its own path is answered before Nest's guards and controllers are asked: a tenth
   * less work a request, and none of it waits for a guard. The hook comes after those of the program, so the
   * security headers are already set.
   */
  onModuleInit(): void {
    // A command-line tool has no HTTP.
    const fastify = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    fastify?.addHook('onRequest', (request, reply, done) => {
      const page = request.method === 'GET' ? this.kept(request.raw.url) : undefined;
      if (page === undefined) done();
      else answer(request, reply, page);
    });
  }

  /**
   * Answers the request from the page kept under `key`, or makes it first. The key of a page is its path; keys
   * must come from a bounded set, so a search passes `undefined`: it is answered in the same way and not kept. When `make` gives undefined,
   * nothing is sent and the answer is false; what it throws is thrown.
   */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string | undefined,
    make: () => Promise<MadePage | undefined>,
  ): Promise<boolean> {
    const page = this.kept(key) ?? (await this.made(key, make));
    if (page === undefined) return false;
    answer(request, reply, page);
    return true;
  }

  /** Forgets everything: what is shown has changed. A page that is being made now is sent but not kept. */
  purge(): void {
    this.generation += 1;
    this.pages.clear();
    this.beingMade.clear();
    this.size = 0;
  }

  /** How many pages are kept and how many bytes they take. */
  get held(): { pages: number; bytes: number } {
    return { pages: this.pages.size, bytes: this.size };
  }

  private kept(key: string | undefined): PageVariants | undefined {
    if (key === undefined) return undefined;
    const page = this.pages.get(key);
    if (page === undefined) return undefined;
    // A Map keeps the order of insertion: the first key is the one that was used longest ago.
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  /** Everybody who asks for a page while it is being made waits for the same one. */
  private made(
    key: string | undefined,
    make: () => Promise<MadePage | undefined>,
  ): Promise<PageVariants | undefined> {
    if (key === undefined) return vary(make);
    const waiting = this.beingMade.get(key);
    if (waiting !== undefined) return waiting;
    const generation = this.generation;
    const making = vary(make)
      .then((page) => {
        // It may have been read before the change that purged: keeping it would bring the old text back.
        if (page !== undefined && generation === this.generation) this.keep(key, page);
        return page;
      })
      .finally(() => {
        if (this.beingMade.get(key) === making) this.beingMade.delete(key);
      });
    this.beingMade.set(key, making);
    return making;
  }

  private keep(key: string, page: PageVariants): void {
    if (page.size > ROOM / 2) return;
    this.pages.set(key, page);
    this.size += page.size;
    for (const [oldest, { size }] of this.pages) {
      if (this.size <= ROOM) break;
      this.pages.delete(oldest);
      this.size -= size;
    }
  }
}

async function vary(make: () => Promise<MadePage | undefined>): Promise<PageVariants | undefined> {
  const page = await make();
  return page && pageVariants(page.type, page.body);
}

function answer(request: FastifyRequest, reply: FastifyReply, { type, variants }: PageVariants): void {
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const { body, etag } = variants[encoding];
  reply.header('etag', etag).header('vary', 'Accept-Encoding');
  reply.header('cache-control', 'public, max-age=0, must-revalidate');
  if (isUnchanged(request.headers['if-none-match'], etag)) {
    reply.code(304).send();
    return;
  }
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  reply.header('content-type', type).send(body);
}
