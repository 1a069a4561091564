import type { Letter } from '../letters/letter.entity.js';
import { isStrictAddress } from '../mail/email-address.js';
import type { Route } from './reply.js';

type Details = Pick<
  Letter,
  'name' | 'surname' | 'address' | 'postalCode' | 'municipality' | 'country' | 'email' | 'phone' | 'replyBy'
>;

/** Who a reply by this route goes to; undefined when the letter does not say. */
export function recipientOf(letter: Details, route: Route): string | undefined {
  if (route === 'email')
    return letter.email !== null && isStrictAddress(letter.email) ? letter.email : undefined;
  if (route === 'phone') return letter.phone ?? undefined;
  if (letter.address.trim() === '' || letter.municipality.trim() === '') return undefined;
  const lines = [
    `${letter.name} ${letter.surname}`.trim(),
    letter.address,
    `${letter.postalCode ?? ''} ${letter.municipality}`.trim(),
    ...(letter.country === 'RS' ? [] : [letter.country]),
  ];
  return lines.join('\n');
}

/** The ways to this correspondent, the one that was asked for first. */
export function routesTo(letter: Details): Route[] {
  const order: Route[] = ['email', 'post', 'phone'];
  const possible = order.filter((route) => recipientOf(letter, route) !== undefined);
  const wish = letter.replyBy;
  return wish !== null && possible.includes(wish)
    ? [wish, ...possible.filter((route) => route !== wish)]
    : possible;
}
