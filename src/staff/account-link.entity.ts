import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Makes the first administrator, or sets the password of one account. */
export type LinkPurpose = 'first-administrator' | 'set-password';

/** A link that works once, until it expires. The link holds the token; the database holds only its SHA-256. */
@Entity('account_link')
@Index('account_link_account', ['accountId'])
export class AccountLink {
  @PrimaryColumn({ type: 'bytea', name: 'token_hash' })
  tokenHash: Buffer;

  /** Whose password it sets; null for the first administrator, whose account does not exist yet. */
  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  accountId: string | null;

  @Column({ type: 'text' })
  purpose: LinkPurpose;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt: Date | null;
}
