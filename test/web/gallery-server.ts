import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ASSETS_FOLDER } from '../../src/web/assets.js';
import { contentSecurityPolicy } from '../../src/web/security-headers.js';
import { gallery } from './gallery.js';

const TYPES: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Serves the gallery's pages with the built files and the real policy, before there is any program around them. */
export async function serveGallery(port = 0): Promise<{ url: string; pages: string[]; stop(): void }> {
  const pages = gallery();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page !== undefined) {
      response.setHeader('content-security-policy', contentSecurityPolicy());
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page);
      return;
    }
    const name = /^\/assets\/([\w.-]+)$/.exec(request.url ?? '')?.[1];
    const file = name && join(ASSETS_FOLDER, name);
    if (!file || !existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('content-type', TYPES[name!.split('.').at(-1)!] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${taken}`, pages: [...pages.keys()], stop: () => server.close() };
}
