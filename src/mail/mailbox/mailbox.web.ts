import type { RequestListener, ServerResponse } from 'node:http';
import type { MailboxReader } from './mailbox.message.js';
import { MailboxList, MessageView } from './mailbox.page.js';
import type { MailboxStore } from './mailbox.store.js';
import { mailboxStyles } from './mailbox.styles.js';
import { renderPage } from '../../web/render.js';

const LISTED = 200;
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A message may look as it likes, but runs nothing and fetches nothing. */
const MESSAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** The mailbox's own small site: list, one message, its HTML and its bytes, and the JSON list. */
export function mailboxAnswer(store: MailboxStore, reader: MailboxReader): RequestListener {
  const routes: [RegExp, (response: ServerResponse, id: string) => Promise<boolean>][] = [
    [/^\/$/, async (response) => page(response, MailboxList({ messages: await reader.list(LISTED) }))],
    [/^\/mailbox\.css$/, async (response) => send(response, 'text/css; charset=utf-8', mailboxStyles)],
    [/^\/api\/email$/, async (response) => json(response, await reader.list())],
    [
      /^\/api\/email\/([^/]+)$/,
      async (response, id) => found(await reader.read(id), (message) => json(response, message)),
    ],
    [
      /^\/messages\/([^/]+)$/,
      async (response, id) =>
        found(await reader.read(id), (message) => page(response, MessageView({ message }))),
    ],
    [
      /^\/messages\/([^/]+)\/html$/,
      async (response, id) => found(await reader.read(id), (message) => messageHtml(response, message.html)),
    ],
    [
      /^\/messages\/([^/]+)\/raw$/,
      async (response, id) =>
        found(await store.raw(id), (raw) => send(response, 'text/plain; charset=utf-8', raw)),
    ],
  ];
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://mailbox').pathname;
    const answer = async () => {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return refuse(response, 405, 'Only reading here.');
      for (const [pattern, handle] of routes) {
        const match = pattern.exec(path);
        if (match && (await handle(response, match[1] ?? ''))) return;
      }
      refuse(response, 404, 'No such message.');
    };
    answer().catch(() => refuse(response, 500, 'The mailbox could not be read.'));
  };
}

function found<T>(thing: T | undefined, show: (thing: T) => boolean): boolean {
  return thing === undefined ? false : show(thing);
}

const page = (response: ServerResponse, content: Parameters<typeof renderPage>[0]) =>
  send(response, 'text/html; charset=utf-8', renderPage(content));

const json = (response: ServerResponse, value: unknown) =>
  send(response, 'application/json; charset=utf-8', JSON.stringify(value));

/** Links open beside the mailbox, since the frame itself may go nowhere. */
const messageHtml = (response: ServerResponse, html: string) =>
  send(
    response,
    'text/html; charset=utf-8',
    html.replace(/<head[^>]*>/i, '$&<base target="_blank">'),
    MESSAGE_POLICY,
  );

function send(response: ServerResponse, type: string, body: string | Buffer, policy = PAGE_POLICY): boolean {
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(body);
  return true;
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(sentence);
}
