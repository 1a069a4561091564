import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One signed-in browser. The cookie holds the id; the database holds only its SHA-256. */
@Entity('account_session')
@Index('account_session_account', ['accountId'])
@Index('account_session_expiry', ['expiresAt'])
export class AccountSession {
  @PrimaryColumn({ type: 'bytea', name: 'id_hash' })
  idHash: Buffer;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  /** Written at most once a minute. */
  @Column({ type: 'timestamptz', name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt: Date;

  /** 12 hours after it was last seen, and never later than 7 days after sign-in. */
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  /** Browser and system in a few words, so that its owner recognises it in the list. */
  @Column({ type: 'text', name: 'user_agent' })
  userAgent: string;
}
