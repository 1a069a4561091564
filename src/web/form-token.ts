import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const HOUR = 60 * 60 * 1000;
/** A form may lie open over a working day; what is older asks for one more click. */
export const FORM_TOKEN_HOURS = 12;

export type FormTokenReading =
  | { state: 'valid' | 'stale'; /** Unlike any other form's. */ id: string; issuedAt: Date }
  /** Missing, cut short or not ours. */
  | { state: 'unknown' };

/**
 * A token for one copy of a form: when it was handed out, and a random id. `form` names the form, so that
 * the token of one does not serve another.
 */
export function issueFormToken(secret: string, form: string, now = Date.now()): string {
  const body = Buffer.alloc(18);
  body.writeUIntBE(now, 0, 6);
  randomBytes(12).copy(body, 6);
  return `${body.toString('base64url')}.${sign(secret, form, body).toString('base64url')}`;
}

/** What a token says. A stale one still names its copy of the form, so its age can be told to the citizen. */
export function readFormToken(
  secret: string,
  form: string,
  token: unknown,
  now = Date.now(),
): FormTokenReading {
  if (typeof token !== 'string') return { state: 'unknown' };
  const [bodyText = '', signatureText = ''] = token.split('.', 2);
  const body = Buffer.from(bodyText, 'base64url');
  const signature = Buffer.from(signatureText, 'base64url');
  const expected = sign(secret, form, body);
  if (body.length !== 18 || signature.length !== expected.length || !timingSafeEqual(signature, expected))
    return { state: 'unknown' };
  const issued = body.readUIntBE(0, 6);
  return {
    state: now - issued <= FORM_TOKEN_HOURS * HOUR ? 'valid' : 'stale',
    id: body.subarray(6).toString('base64url'),
    issuedAt: new Date(issued),
  };
}

const sign = (secret: string, form: string, body: Buffer) =>
  createHmac('sha256', secret).update(`form-token\0${form}\0`).update(body).digest().subarray(0, 16);
