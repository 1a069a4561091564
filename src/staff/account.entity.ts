import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../script/texts.js';
import type { Role } from '../web/access.js';

/** A person of the office who may sign in. */
@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** As written; unique without regard to case (index `account_email`). */
  @Column({ type: 'text' })
  email: string;

  /** argon2id in PHC form; null until its owner has set a password. */
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash: string | null;

  /** At least one. */
  @Column({ type: 'text', array: true })
  roles: Role[];

  /** Code of a unit of the office profile; drafters and approvers see the letters of theirs. */
  @Column({ type: 'text', nullable: true })
  unit: string | null;

  /** Language and script of the officers' pages. */
  @Column({ type: 'text', default: 'sr-Cyrl' })
  language: Language;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  /** Since when the account may not sign in; null while it may. */
  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  /** Told by e-mail at once when a letter is marked as a danger. */
  @Column({ type: 'boolean', name: 'on_duty', default: false })
  onDuty: boolean;

  /** First and last day of an absence, "2026-11-23"; the letters go to the stand-in meanwhile. */
  @Column({ type: 'date', name: 'absent_from', nullable: true })
  absentFrom: string | null;

  @Column({ type: 'date', name: 'absent_until', nullable: true })
  absentUntil: string | null;

  /** The account that takes the letters over; set exactly when there is an absence. */
  @Column({ type: 'uuid', name: 'stand_in', nullable: true })
  standIn: string | null;

  @Column({ type: 'timestamptz', name: 'last_signed_in_at', nullable: true })
  lastSignedInAt: Date | null;
}
