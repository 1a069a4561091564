import { ApiProperty } from '@nestjs/swagger';
import { LANGUAGES, type Language } from '../script/texts.js';
import { isCountry } from './countries.js';
import { isEmailAddress } from './email-address.js';
import { AtMost, Lines, Matches, OneLine, Required, Text } from './submission.rules.js';

export type ReplyBy = 'email' | 'post' | 'phone';

export const REPLY_BY: readonly ReplyBy[] = ['email', 'post', 'phone'];

/** Characters of the longest letter. */
export const MESSAGE_LENGTH = 20_000;

/** A letter as the form and the API send it: one class, one set of rules for both. */
export class SubmissionDto {
  @ApiProperty({ minLength: 1, maxLength: 100, example: 'Радмила' })
  @OneLine()
  @AtMost(100)
  @Text()
  @Required()
  name: string;

  @ApiProperty({ minLength: 1, maxLength: 100, example: 'Стојадиновић' })
  @OneLine()
  @AtMost(100)
  @Text()
  @Required()
  surname: string;

  @ApiProperty({
    minLength: 1,
    maxLength: 100,
    example: 'Ваљево',
    description:
      'City or municipality: an official five-digit code or a name in either script. Anything else, such as a settlement or a place abroad, is kept as written.',
  })
  @OneLine()
  @AtMost(100)
  @Text()
  @Required()
  municipality: string;

  @ApiProperty({
    minLength: 1,
    maxLength: 200,
    example: 'Карађорђева 12/5',
    description: 'Street and number; "bb" means no number.',
  })
  @OneLine()
  @AtMost(200)
  @Text()
  @Required()
  address: string;

  @ApiProperty({ required: false, maxLength: 20, example: '14000' })
  @OneLine()
  @AtMost(20)
  @Text()
  postalCode?: string;

  @ApiProperty({ required: false, default: 'RS', example: 'RS', description: 'ISO 3166-1 alpha-2 code.' })
  @Matches('unknown-country', (text) => isCountry(text.toUpperCase()))
  @Text()
  country?: string;

  @ApiProperty({
    required: false,
    maxLength: 254,
    format: 'email',
    example: 'radmila@primer.rs',
    description: 'One plain address. It or `phone` is required; both are welcome.',
  })
  @Matches('not-an-email', isEmailAddress)
  @AtMost(254)
  @Text()
  email?: string;

  @ApiProperty({
    required: false,
    maxLength: 50,
    example: '064 123 45 67',
    description: 'As people write it; Serbian numbers need no country code. It or `email` is required.',
  })
  @OneLine()
  @AtMost(50)
  @Text()
  phone?: string;

  @ApiProperty({
    required: false,
    enum: REPLY_BY,
    description: 'By default `email` when an address is given, else `phone`.',
  })
  @Matches('unknown-choice', (text) => (REPLY_BY as readonly string[]).includes(text))
  @Text()
  replyBy?: ReplyBy;

  @ApiProperty({ required: false, maxLength: 200, example: 'Обнова моста' })
  @OneLine()
  @AtMost(200)
  @Text()
  subject?: string;

  @ApiProperty({ minLength: 1, maxLength: MESSAGE_LENGTH, example: 'Поштовани председниче, …' })
  @Lines()
  @AtMost(MESSAGE_LENGTH)
  @Text()
  @Required()
  message: string;

  @ApiProperty({
    required: false,
    example: 'obilazak-biblioteke',
    description: 'Slug of the press release that the letter is about.',
  })
  @OneLine()
  @AtMost(200)
  @Text()
  release?: string;

  @ApiProperty({
    required: false,
    enum: LANGUAGES,
    default: 'sr-Cyrl',
    description: 'Language and script of the acknowledgement and the reply.',
  })
  @Matches('unknown-choice', (text) => (LANGUAGES as readonly string[]).includes(text))
  @Text()
  language?: Language;
}
