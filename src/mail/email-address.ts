/** One address, nothing else: no display name, no list, no line break, no quoting. Length by RFC 5321. */
const STRICT =
  /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

export const isStrictAddress = (address: string): boolean => address.length <= 254 && STRICT.test(address);

const IN_TEXT = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g;

/** What looks like an address in a header field. */
export const addressesIn = (field: string): string[] => field.match(IN_TEXT) ?? [];

/** By which the brakes count: whoever writes one address in capitals does not get a second allowance. */
export const addressKey = (address: string): string => address.trim().toLowerCase();

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Whether an address is one of the office's, with or without a tag after a plus. */
export function isOwnAddress(address: string, own: readonly string[]): boolean {
  const key = addressKey(address).replace(/\+[^@]*(?=@[^@]*$)/, '');
  return own.some((ours) => addressKey(ours) === key);
}

/** Addresses behind which a machine sits, or our own: answering them would begin a loop (RFC 3834, section 2). */
export function isMachine(address: string, own: readonly string[]): boolean {
  const key = addressKey(address);
  const local = key.slice(0, key.lastIndexOf('@'));
  return (
    isOwnAddress(address, own) ||
    /^(mailer-daemon|postmaster|no[-_.]?reply|(do-?)?not-?reply|bounces?|daemon|listserv|majordomo|.*-(request|bounces?|owner)|owner-.*|(no[-_.]?reply|bounces?)[-_.=].*|.*[-_.]no-?reply)$/.test(
      local.split('+')[0]!,
    )
  );
}
