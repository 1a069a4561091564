import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Release } from './release.entity.js';

@Entity('release_picture')
@Check('release_picture_described', `btrim(alt_sr) <> ''`)
export class ReleasePicture {
  @PrimaryColumn('uuid', { name: 'release_id', primaryKeyConstraintName: 'release_picture_pkey' })
  @ForeignKey(() => Release, { name: 'release_picture_release', onDelete: 'CASCADE' })
  releaseId: string;

  /** From 1, in the order of the page. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'release_picture_pkey' })
  position: number;

  /** Content address of the kept file (files room). */
  @Index('release_picture_file')
  @Column('text')
  sha256: string;

  /** `image/jpeg`, `image/png` or `image/webp`. */
  @Column('text', { name: 'media_type' })
  mediaType: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  /** Pixels, so that the page keeps the room before the picture arrives. */
  @Column('integer')
  width: number;

  /** Pixels. */
  @Column('integer')
  height: number;

  /** Who made it, as shown below the picture, for example "Фото: Служба за информисање"; may be empty. */
  @Column('text', { name: 'credit_sr' })
  creditSr: string;

  @Column('text', { name: 'credit_en' })
  creditEn: string;

  /** What it shows, for those who do not see it (WCAG 1.1.1); never empty in a language that the release is in. */
  @Column('text', { name: 'alt_sr' })
  altSr: string;

  @Column('text', { name: 'alt_en' })
  altEn: string;
}
