/**
 * A download under its own name (RFC 6266): plain ASCII for old programs, UTF-8 in the RFC 5987 form for the rest.
 * Nothing of the name can leave the header: quotes, backslashes, line ends and all beyond ASCII are replaced.
 */
export function asAttachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
