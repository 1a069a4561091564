import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FilesService } from '../files/files.service.js';
import { StorageUnavailable } from '../files/file-refused.js';
import type { KeptFile } from '../files/kept-file.js';
import type { ContactDetails, NewLetter, Received } from '../letters/new-letter.js';
import { LettersService } from '../letters/letters.service.js';
import { Gazetteer } from '../places/gazetteer.js';
import { ReleasesService } from '../releases/releases.service.js';
import { readPhone } from '../script/phone.js';
import { RateLimits } from '../web/rate-limits.js';
import { HOME_COUNTRY } from './countries.js';
import { checkSubmission, type CheckedSubmission, type RawFields } from './submission.checks.js';
import type { SubmissionDto } from './submission.dto.js';
import { type Mark, Suspicion, textPrint } from './suspicion.js';

/** Product: at least 30 accepted letters in 10 minutes. A network may be a whole town behind one provider. */
const ALLOWANCE = { perAddress: 40, perNetwork: 200, seconds: 600 };

export interface Submission {
  dto: SubmissionDto;
  attachments: KeptFile[];
  /** One letter a key; what it is made of is the door's business. */
  key: string;
  marks: Mark[];
}

/** What the form and the API share: the same rules, the same limits, one way into the office. */
@Injectable()
export class SubmissionService {
  readonly limit;

  constructor(
    rateLimits: RateLimits,
    private readonly files: FilesService,
    private readonly letters: LettersService,
    private readonly releases: ReleasesService,
    private readonly gazetteer: Gazetteer,
    private readonly suspicion: Suspicion,
  ) {
    this.limit = rateLimits.limit('letters', ALLOWANCE);
  }

  /** Checks every field, and whether the release exists that the letter is about. */
  async check(fields: RawFields): Promise<CheckedSubmission & { releaseExists: boolean }> {
    const checked = checkSubmission(fields, (phone, country) => readPhone(phone, country) !== undefined);
    const { release } = checked.dto;
    const releaseExists =
      typeof release === 'string' && release.length <= 200 && (await this.releases.exists(release));
    return { ...checked, releaseExists };
  }

  /** Of attachments kept with an earlier try, those that are still here. */
  stillKept(attachments: readonly KeptFile[]): Promise<KeptFile[]> {
    return this.files.stillKept(attachments);
  }

  /**
   * Hands a checked submission to the office. Given after COMMIT. Throws {@link StorageUnavailable} when the
   * disk is nearly full, what the database throws, and `SubmissionKeyReused`.
   */
  async receive(ip: string, { dto, attachments, key, marks }: Submission): Promise<Received> {
    if (await this.files.diskIsLow()) throw new StorageUnavailable();
    const print = textPrint(dto.message);
    const letter: NewLetter = {
      ...this.detailsOf(dto),
      channel: 'web',
      language: dto.language ?? 'sr-Cyrl',
      subject: dto.subject ?? null,
      message: dto.message,
      releaseSlug: dto.release ?? null,
      attachments,
      submissionKey: key,
      submissionDigest: submissionDigest(dto, attachments),
      suspect: [...marks, ...this.suspicion.ofText(print)],
    };
    const received = await this.letters.receive(letter);
    if (!received.repeated) {
      this.suspicion.remember(print);
      await this.limit.count(ip);
    }
    return received;
  }

  /** Contact details as the letter holds them: a place of the gazetteer by its official name, a telephone also as E.164. */
  detailsOf(dto: SubmissionDto): ContactDetails {
    const place = this.gazetteer.find(dto.municipality);
    const country = dto.country?.toUpperCase() ?? HOME_COUNTRY;
    return {
      name: dto.name,
      surname: dto.surname,
      municipality: place ? this.gazetteer.label(place, dto.language ?? 'sr-Cyrl') : dto.municipality,
      municipalityCode: place?.code ?? null,
      address: dto.address,
      postalCode: dto.postalCode ?? null,
      country,
      email: dto.email ?? null,
      phone: dto.phone ?? null,
      phoneE164: (dto.phone && readPhone(dto.phone, country)?.e164) || null,
      replyBy: dto.replyBy ?? (dto.email ? 'email' : 'phone'),
    };
  }
}

/** The same words with the same files, whatever the order in which the fields came. */
export function submissionDigest(dto: SubmissionDto, attachments: readonly KeptFile[]): string {
  const fields = Object.entries(dto).sort(([a], [b]) => (a < b ? -1 : 1));
  const files = attachments.map(({ sha256, name }) => [sha256, name]);
  return createHash('sha256')
    .update(JSON.stringify([fields, files]))
    .digest('hex');
}
