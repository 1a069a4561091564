/** Never asked for: only tells a path of ours from an address elsewhere. */
const HERE = 'http://here.invalid';

/** A path of this site to go on to, or undefined for anything that a browser could read as somewhere else. */
export function ownPath(next: unknown): string | undefined {
  if (typeof next !== 'string' || next.length > 2000 || !next.startsWith('/') || !URL.canParse(next, HERE))
    return undefined;
  const url = new URL(next, HERE);
  const path = url.pathname + url.search;
  // Browsers drop dots and control characters too: what is left must still be one of our paths.
  return url.origin === HERE && !path.startsWith('//') ? path : undefined;
}
