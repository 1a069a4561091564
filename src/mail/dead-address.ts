/**
 * Whether a definite refusal means that the address itself is dead. RFC 3463: 5.1.x and 5.2.1 are about the address;
 * 5.7.x is policy, and says nothing about it. Without such a code only a refused recipient tells.
 */
export function isDeadAddress(command: string, code: number, reason: string): boolean {
  const enhanced = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(reason)?.[0];
  if (enhanced !== undefined) return enhanced.startsWith('5.1.') || enhanced === '5.2.1';
  return command === 'RCPT TO' && [550, 551, 553].includes(code);
}
