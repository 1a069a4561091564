import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiProperty,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { ATTACHMENT_BYTES, MOST_ATTACHMENTS } from '../form-reader.js';
import { SubmissionDto } from '../submission.dto.js';

/** What a program gets once the letter is received. */
export class ReceivedDto {
  @ApiProperty({ example: '7K3M-Q9TX', description: 'The citizen’s code for this letter. Pass it on.' })
  reference: string;

  @ApiProperty({ format: 'date-time', description: 'When the letter was stored for good (UTC).' })
  receivedAt: string;

  @ApiProperty({
    format: 'uri',
    description:
      'The writer’s own page. Whoever has the address can read the letter: give it to the writer alone.',
  })
  statusUrl: string;
}

/** One field that is wrong. */
export class FieldProblemDto {
  @ApiProperty({ example: 'email' })
  field: string;

  @ApiProperty({ example: 'email-or-phone', description: 'Stable; for programs.' })
  code: string;

  @ApiProperty({ description: 'For people, in the language of the letter or of Accept-Language.' })
  message: string;
}

/** RFC 9457. */
export class ProblemDto {
  @ApiProperty({ example: 'urn:pismo:problem:invalid' })
  type: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ example: 422 })
  status: number;

  @ApiProperty({ example: 'invalid', description: 'Stable; ends the type.' })
  code: string;

  @ApiProperty({ required: false })
  detail?: string;

  @ApiProperty({ required: false, type: [FieldProblemDto], description: 'With status 422.' })
  errors?: FieldProblemDto[];
}

const problem = (status: number, description: string, headers = {}) =>
  ApiResponse({
    status,
    description,
    headers,
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  });

const RETRY_AFTER = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } };

/** Describes `POST /api/v1/letters` for OpenAPI. */
export const DescribeReceiving = () =>
  applyDecorators(
    ApiTags('letters'),
    ApiOperation({
      operationId: 'receiveLetter',
      summary: 'Send a letter to the President',
      description:
        'Name, surname, municipality, address, message, and an e-mail address or a telephone number are required. The letter is stored before the answer is given.',
    }),
    ApiExtraModels(SubmissionDto, ProblemDto),
    ApiConsumes('application/json', 'multipart/form-data'),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        '1 to 200 visible ASCII characters. The same key with the same body is one letter: the answer is repeated. With another body it is refused (422).',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    }),
    ApiHeader({
      name: 'Accept-Language',
      required: false,
      description: 'Language of error messages: sr-Cyrl, sr-Latn or en.',
    }),
    ApiBody({
      description: `Multipart only for attachments: up to ${MOST_ATTACHMENTS} parts named "attachments", ${ATTACHMENT_BYTES / 1024 / 1024} MB each; PDF, JPEG, PNG, HEIC, DOCX, ODT, TXT.`,
      schema: { $ref: getSchemaPath(SubmissionDto) },
    }),
    ApiCreatedResponse({
      type: ReceivedDto,
      description: 'Received, now or by an earlier request with the same Idempotency-Key.',
      headers: {
        Location: { description: 'The same as statusUrl.', schema: { type: 'string', format: 'uri' } },
      },
    }),
    problem(400, 'The body is not a JSON object or breaks off, or the Idempotency-Key cannot be used.'),
    problem(413, 'The body is larger than any letter.'),
    problem(415, 'Neither application/json nor multipart/form-data.'),
    problem(
      422,
      'Something is missing or wrong; "errors" names each field. Also: the key was used for another letter.',
    ),
    problem(429, 'Too many letters from this address or network.', RETRY_AFTER),
    problem(503, 'Cannot be received now. Nothing was stored; send it again.', RETRY_AFTER),
  );
