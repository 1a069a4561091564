import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, type Language } from '../../script/texts.js';

export class ReleasePictureDto {
  @ApiProperty({ format: 'uri' })
  url: string;

  @ApiProperty({ example: 'image/jpeg' })
  mediaType: string;

  @ApiProperty({ description: 'Pixels.' })
  width: number;

  @ApiProperty({ description: 'Pixels.' })
  height: number;

  @ApiProperty({ description: 'What the picture shows, for those who do not see it.' })
  alt: string;

  @ApiProperty({ description: 'Who made it; may be empty.' })
  credit: string;
}

export class ReleaseDto {
  @ApiProperty({ description: 'Name of the release in addresses, the same in all versions.' })
  slug: string;

  @ApiProperty({ format: 'uri', description: 'Page of the release.' })
  url: string;

  @ApiProperty({
    enum: LANGUAGES,
    description: 'Language of the words below: sr-Latn when English was asked for and the release has none.',
  })
  language: Language;

  @ApiProperty({ type: String, nullable: true, example: 'education', description: 'Code of the section.' })
  section: string | null;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ format: 'date-time', description: 'When the text last changed.' })
  updatedAt: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'Plain text; may be empty.' })
  lead: string;

  @ApiProperty({ description: 'The body as safe HTML; links are absolute.' })
  bodyHtml: string;

  @ApiProperty({ type: [ReleasePictureDto] })
  pictures: ReleasePictureDto[];
}

export class ReleaseListDto {
  @ApiProperty({ type: [ReleaseDto], description: 'Newest first.' })
  releases: ReleaseDto[];

  @ApiProperty({
    type: String,
    format: 'uri',
    nullable: true,
    description: 'Address of the next, older part of the list; null at its end.',
  })
  next: string | null;
}
