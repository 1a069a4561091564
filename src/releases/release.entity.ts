import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** `draft`: nobody outside the office sees it. `published`: everybody does. */
export type ReleaseState = 'draft' | 'published';

/** One press release; its words are in `release_text`, once for each language written by hand. */
@Entity('release')
@Unique('release_slug_key', ['slug'])
@Check('release_slug_form', `slug ~ '^[a-z](-?[a-z0-9])*$' AND length(slug) <= 100`)
@Check('release_state_known', `state IN ('draft', 'published')`)
@Index('release_newest', { synchronize: false })
export class Release {
  /** UUID version 7. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'release_pkey' })
  id: string;

  /** The release's name in addresses, the same in all versions; see `slug.ts`. */
  @Column('text')
  slug: string;

  @Column('text')
  state: ReleaseState;

  /** Code of `sections.ts`; null: none. */
  @Column('text', { nullable: true })
  section: string | null;

  /** The dateline. */
  @Column('timestamp with time zone', { name: 'published_at', precision: 3 })
  publishedAt: Date;

  /** When what readers see last changed: the dateline until a correction. */
  @Column('timestamp with time zone', { name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
