import { domainToASCII } from 'node:url';

/** RFC 5321: a path of 256 characters with its angle brackets. */
const LONGEST = 254;
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/**
 * Whether the text is one plain e-mail address: no name, no list, no quotes, no comment, and a domain with a
 * dot. The domain may be written in Cyrillic (`пример.срб`). What passes is safe as an envelope recipient.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > LONGEST) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local)) return false;
  const domain = domainToASCII(text.slice(at + 1));
  return (
    domain.length + at + 1 <= LONGEST &&
    DOMAIN.test(domain) &&
    !/[\s,;:<>()[\]\\"%/?#@]/.test(text.slice(at + 1))
  );
}
