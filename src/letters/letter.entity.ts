import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../script/texts.js';
import type { LetterState } from './letter.states.js';
import type { Channel, ReplyBy } from './new-letter.js';

/** A threat against somebody, a danger to the writer's or another's life, a child in danger. */
export const RISKS = ['threat', 'life', 'child'] as const;
export type Risk = (typeof RISKS)[number];

/** One item of correspondence, whatever the channel. What the citizen wrote is kept exactly as written. */
@Entity({ name: 'letter' })
export class Letter {
  /** UUIDv7. */
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  /** The citizen's unguessable public code, `XXXX-XXXX` in Crockford base 32. */
  @Column({ type: 'char', length: 9, unique: true })
  reference: string;

  @Column({ type: 'text' })
  channel: Channel;

  /** Language and script in which the citizen wrote, and in which the office writes back. */
  @Column({ type: 'text' })
  language: Language;

  @Column({ type: 'text' })
  state: LetterState;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  surname: string;

  @Column({ type: 'text' })
  municipality: string;

  /** Official code; null for a settlement or a place abroad. */
  @Column({ name: 'municipality_code', type: 'text', nullable: true })
  municipalityCode: string | null;

  @Column({ type: 'text' })
  address: string;

  @Column({ name: 'postal_code', type: 'text', nullable: true })
  postalCode: string | null;

  /** ISO 3166-1, two letters. */
  @Column({ type: 'text' })
  country: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  /** As written. */
  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ name: 'phone_e164', type: 'text', nullable: true })
  phoneE164: string | null;

  @Column({ name: 'reply_by', type: 'text', nullable: true })
  replyBy: ReplyBy | null;

  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'text' })
  message: string;

  /** The release that the letter is about; kept even when that release is gone. */
  @Column({ name: 'release_slug', type: 'text', nullable: true })
  releaseSlug: string | null;

  /** Marks such as `honeypot`; they change no state. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  suspect: string[];

  /** Code of a category of the office profile; null until triage. */
  @Column({ type: 'text', nullable: true })
  category: string | null;

  @Column({ type: 'text', default: 'normal' })
  urgency: 'normal' | 'urgent';

  @Column({ name: 'urgency_reason', type: 'text', nullable: true })
  urgencyReason: string | null;

  /** Code of a unit of the office profile; null until triage. */
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  /** Account that has the letter in work. */
  @Column({ name: 'assigned_to', type: 'uuid', nullable: true })
  assignedTo: string | null;

  /** The last moment of the day by which the office aims to answer. */
  @Column({ name: 'due_on', type: 'timestamptz', precision: 3, nullable: true })
  dueOn: Date | null;

  /** Why it is closed or spam; officers' words, not for the citizen. */
  @Column({ name: 'closed_reason', type: 'text', nullable: true })
  closedReason: string | null;

  /** A danger that somebody must look at now; stays on top until a named person takes it. */
  @Column({ type: 'text', nullable: true })
  risk: Risk | null;

  /** Since when the risk is marked. */
  @Column({ name: 'risk_at', type: 'timestamptz', precision: 3, nullable: true })
  riskAt: Date | null;

  /** The account that took the risk upon itself; null while nobody has. */
  @Column({ name: 'risk_taken_by', type: 'uuid', nullable: true })
  riskTakenBy: string | null;

  @Column({ name: 'risk_taken_at', type: 'timestamptz', precision: 3, nullable: true })
  riskTakenAt: Date | null;

  /** Codes of the office profile's sensitive marks, for example `health`, `minor`. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  sensitive: string[];

  /** When the reply came back, bounced or as a returned envelope; null again once another one is dispatched. */
  @Column({ name: 'returned_at', type: 'timestamptz', precision: 3, nullable: true })
  returnedAt: Date | null;

  /** Since when the clock of the due date stands still (details are awaited); null while it runs. */
  @Column({ name: 'clock_stopped_at', type: 'timestamptz', precision: 3, nullable: true })
  clockStoppedAt: Date | null;

  /** From when the term of the answer counts when that is not its receipt: it was opened again later. */
  @Column({ name: 'term_from', type: 'timestamptz', precision: 3, nullable: true })
  termFrom: Date | null;

  /** Working days of this term in which the clock stood still. */
  @Column({ name: 'stopped_days', type: 'smallint', default: 0 })
  stoppedDays: number;

  /** The letter that this one is a true duplicate of; it is closed as long as this is set. */
  @Column({ name: 'merged_into', type: 'uuid', nullable: true })
  mergedInto: string | null;

  /** Raising it revokes every private link made before. */
  @Column({ name: 'link_generation', type: 'integer', default: 0 })
  linkGeneration: number;

  @Column({ name: 'received_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  receivedAt: Date;

  /** When the letter last changed in any way; tells a form that was opened before from one opened after. */
  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
