import type { ListedRelease, ListPlace } from './list.queries.js';

/** The place behind a line, as it stands in an address. */
export function placeAfter({ id, editedAt, publishedAt }: ListedRelease): string {
  const [part, at] = editedAt === null ? ['published', publishedAt!] : ['work', editedAt];
  return `${part}.${at.getTime()}.${id}`;
}

const FORM = /^(work|published)\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads it; an address that was cut or changed shows the list from its beginning. */
export function readPlace(text: unknown): ListPlace | undefined {
  const [, part, at, id] = (typeof text === 'string' && FORM.exec(text)) || [];
  return part === undefined
    ? undefined
    : { part: part as ListPlace['part'], at: new Date(Number(at)), id: id! };
}
