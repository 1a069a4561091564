import { createTransport } from 'nodemailer';
import type { Environment } from '../../config/environment.js';
import { isOwnAddress } from '../email-address.js';

/** Brings a mail to the office; rejects with the office's own answer, or with 451 when its door does not open. */
export type HandOver = (envelope: { from: string; to: string[] }, raw: Buffer) => Promise<void>;

/**
 * What is sent to the office's address through the development mailbox goes in by the door that a real mail server
 * would use, so that a newcomer can write to the office by e-mail. Other recipients' mail stays in the mailbox.
 */
export function handOverTo({ lmtpPort }: Environment, own: readonly string[]): HandOver {
  if (lmtpPort === undefined) return async () => {};
  const door = createTransport({ host: '127.0.0.1', port: lmtpPort, lmtp: true, ignoreTLS: true });
  return async ({ from, to }, raw) => {
    const ours = to.filter((address) => isOwnAddress(address, own));
    if (ours.length === 0) return;
    // LMTP answers for each recipient; a refusal of one comes here, not as a failure of the sending.
    const { rejectedErrors = [] } = (await door.sendMail({ envelope: { from, to: ours }, raw })) as {
      rejectedErrors?: Error[];
    };
    if (rejectedErrors.length > 0) throw rejectedErrors[0]!;
  };
}
