import { renderToStaticMarkup } from 'preact-render-to-string';
import type { VNode } from 'preact';

/** A whole page as it is sent. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToStaticMarkup(page)}`;

/** A part of a page, or the inside of an e-mail. */
export const renderPart = (part: VNode): string => renderToStaticMarkup(part);
