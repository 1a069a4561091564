import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderPage } from '../web/render.js';

/** Answers with a page that no cache keeps. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('content-type', 'text/html; charset=utf-8')
    .send(renderPage(page));
}

/** Post, redirect, get. */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303);
}
