import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReleaseState } from './release.states.js';

/** One press release; its words are in `release_text`, once for each language written by hand. */
@Entity('release')
@Unique('release_slug_key', ['slug'])
@Check('release_slug_form', `slug ~ '^[a-z](-?[a-z0-9])*$' AND length(slug) <= 100`)
@Check(
  'release_state_known',
  `state IN ('draft', 'discarded', 'in_review', 'scheduled', 'published', 'corrected', 'withdrawn')`,
)
@Check(
  'release_public_is_dated',
  `published_at IS NOT NULL OR state IN ('draft', 'discarded', 'in_review', 'scheduled')`,
)
@Check(
  'release_withdrawn_is_told',
  `(state = 'withdrawn') = (withdrawn_at IS NOT NULL AND withdrawal_sr IS NOT NULL)`,
)
@Index('release_newest', { synchronize: false })
@Index('release_changed', { synchronize: false })
@Index('release_dated', { synchronize: false })
@Index('release_of_state', { synchronize: false })
export class Release {
  /** UUID version 7. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'release_pkey' })
  id: string;

  /** The release's name in addresses, the same in all versions; see `slug.ts`. A placeholder until it is published. */
  @Column('text')
  slug: string;

  @Column('text')
  state: ReleaseState;

  /** Code of `sections.ts`; null: none. */
  @Column('text', { nullable: true })
  section: string | null;

  /** The dateline; null before it is published. */
  @Column('timestamp with time zone', { name: 'published_at', precision: 3, nullable: true })
  publishedAt: Date | null;

  /** When what readers see last changed: the dateline until a correction. */
  @Column('timestamp with time zone', { name: 'updated_at', precision: 3 })
  updatedAt: Date;

  /** Since when it is withdrawn; null while it is not. */
  @Column('timestamp with time zone', { name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt: Date | null;

  /** What readers are told in place of a withdrawn release. */
  @Column('text', { name: 'withdrawal_sr', nullable: true })
  withdrawalSr: string | null;

  /** Empty where nothing was written in English. */
  @Column('text', { name: 'withdrawal_en', nullable: true })
  withdrawalEn: string | null;

  /** Published or corrected by one officer alone. */
  @Column('boolean', { name: 'is_emergency', default: false })
  isEmergency: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
