import type { Letter } from '../../letters/letter.entity.js';

export type OpenLetter = Letter & { registerNumber: string | null };

export interface LetterAttachment {
  position: number;
  name: string;
  mediaType: string;
  size: number;
  supplementId: string | null;
}
export interface LetterSupplement {
  id: string;
  message: string;
  receivedAt: Date;
}
export interface EmailAbout {
  id: string;
  kind: string;
  state: 'pending' | 'leased' | 'in_doubt' | 'sent' | 'failed' | 'suppressed';
  recipient: string;
  sentAt: Date | null;
  resends: number;
  smtpAnswer: string | null;
}
