import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Release } from './release.entity.js';

/** Languages that are written by hand; Serbian is in Cyrillic, and its Latin is derived when it is shown. */
export type WrittenLanguage = 'sr' | 'en';

@Entity('release_text')
@Check('release_text_language_known', `language IN ('sr', 'en')`)
export class ReleaseText {
  @PrimaryColumn('uuid', { name: 'release_id', primaryKeyConstraintName: 'release_text_pkey' })
  @ForeignKey(() => Release, { name: 'release_text_release', onDelete: 'CASCADE' })
  releaseId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'release_text_pkey' })
  language: WrittenLanguage;

  @Column('text')
  title: string;

  /** One or two sentences below the title, plain text; may be empty. */
  @Column('text')
  lead: string;

  /** Markdown. */
  @Column('text')
  body: string;
}
