import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { type CalendarDay, calendarDay } from '../../calendar/working-days.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import { FilesService } from '../../files/files.service.js';
import type { KeptFile } from '../../files/kept-file.js';
import { writingLanguage } from '../../letters/inbound/writing-language.js';
import { LettersService } from '../../letters/letters.service.js';
import { SubmissionKeyReused } from '../../letters/letters.refused.js';
import type { NewLetter } from '../../letters/new-letter.js';
import {
  type Correspondent,
  correspondentOf,
  correspondentsNamed,
} from '../../letters/paper/correspondents.queries.js';
import { type PostScan, scanById } from '../../letters/paper/pile/pile.queries.js';
import { letterOfSubmission } from '../../letters/receive.queries.js';
import { readReference } from '../../letters/reference.js';
import { type Officer, officerOf } from '../../letters/viewer.js';
import { Gazetteer } from '../../places/gazetteer.js';
import { readPhone } from '../../script/phone.js';
import type { SignedIn } from '../../staff/account.js';
import { loggable } from '../../web/errors/fault-log.js';
import { readFormToken } from '../../web/form-token.js';
import { keptFiles, legibleFields } from '../form/arrived-fields.js';
import { type ArrivedForm, FormReader, MOST_ATTACHMENTS } from '../form-reader.js';
import type { FieldError } from '../submission.texts.js';
import { type PaperError, type PaperValues, paperValues, readPaper, type ReadPaper } from './paper-entry.js';
import { knownOf, withPerson } from './same-person.js';

/** Names the form among all forms that carry tokens. */
export const POST_FORM = 'post';

/** People offered at once. */
const MOST_PEOPLE = 3;
/** Names are sought from so many letters on. */
const SHORTEST_NAMES = 3;

/** The form of one paper letter, as the page draws it. */
export interface PostForm {
  values: PaperValues;
  kept: KeptFile[];
  errors: PaperError[];
  fileErrors: FieldError[];
  notice?: 'stale' | 'broken' | 'unavailable';
  /** This copy of the form was entered before, as the letter of this reference. */
  entered?: string;
  /** Whoever wrote before under such a name; undefined when nobody asked. */
  people?: Correspondent[];
  /** The scan of the pile that is entered. */
  scan?: PostScan;
}

export type PostOutcome =
  { saved: string; arrivedOn: CalendarDay; scanId?: string } | { status: number; form: PostForm };

/** From what a clerk typed to a letter that is received. Whatever goes wrong, no word and no scan is lost. */
@Injectable()
export class PostEntry {
  readonly #logger = new Logger(PostEntry.name);

  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
    private readonly reader: FormReader,
    private readonly letters: LettersService,
    private readonly files: FilesService,
    private readonly gazetteer: Gazetteer,
  ) {}

  async submit(request: FastifyRequest, account: SignedIn): Promise<PostOutcome> {
    const arrived = await this.reader.read(request, MOST_ATTACHMENTS);
    const { formToken, keptAttachment, removeAttachment, do: asked, scan, ...rest } = arrived.fields;
    const form: PostForm = {
      values: paperValues(legibleFields(rest)),
      kept: keptFiles(secretKey(this.environment), { keptAttachment, removeAttachment }, arrived),
      errors: [],
      fileErrors: arrived.errors,
      scan: isUUID(scan) ? await scanById(this.dataSource, scan as string) : undefined,
    };
    const officer = officerOf(account);
    try {
      if (asked === 'save') return await this.#save(form, formToken, arrived, officer);
      return { status: 200, form: await this.#asked(form, String(asked), officer) };
    } catch (error) {
      this.#logger.error(`A paper letter could not be entered: ${loggable(error)}`);
      return { status: 503, form: { ...form, notice: 'unavailable' } };
    }
  }

  /** Whoever wrote before under names that begin as typed. */
  async people({ name = '', surname = '' }: PaperValues, officer: Officer): Promise<Correspondent[]> {
    const names = `${name} ${surname}`.trim();
    return names.length < SHORTEST_NAMES || names.length > 200
      ? []
      : correspondentsNamed(this.dataSource, officer, names, MOST_PEOPLE);
  }

  /** Buttons of the form that do not save it: whoever has no script fills it by them. */
  async #asked(form: PostForm, asked: string, officer: Officer): Promise<PostForm> {
    const { values } = form;
    if (asked === 'other') return { ...form, values: { ...values, sameAs: '' } };
    if (!asked.startsWith('same:')) return { ...form, people: await this.people(values, officer) };
    const person = await this.#person(asked.slice('same:'.length), officer);
    return person === undefined ? form : { ...form, values: withPerson(values, knownOf(person)) };
  }

  async #save(
    form: PostForm,
    formToken: unknown,
    arrived: ArrivedForm,
    officer: Officer,
  ): Promise<PostOutcome> {
    const { scan } = form;
    const kept = await this.files.stillKept(form.kept);
    const gone = form.kept.filter((file) => !kept.includes(file));
    const surplus = kept.splice(scan === undefined ? MOST_ATTACHMENTS : MOST_ATTACHMENTS - 1);
    const told = (code: string) => (file: KeptFile) => ({
      ...{ field: 'attachments', code, values: { name: file.name } },
    });
    const today = calendarDay(new Date(), this.profile.timeZone);
    const { paper, errors } = readPaper(form.values, {
      ...{ today, hasScan: scan !== undefined || kept.length > 0 },
    });
    const fileErrors = [...form.fileErrors, ...gone.map(told('gone')), ...surplus.map(told('too-many'))];
    const checked: PostForm = { ...form, kept, errors, fileErrors };
    if (arrived.isBroken) return { status: 400, form: { ...checked, notice: 'broken' } };
    if (arrived.isStorageDown || (await this.files.diskIsLow()))
      return { status: 503, form: { ...checked, notice: 'unavailable' } };
    if (errors.length > 0 || fileErrors.length > 0) return { status: 422, form: checked };

    const token = readFormToken(secretKey(this.environment), POST_FORM, formToken);
    // A form that lay open over night is as good as a fresh one: whoever sends it has signed in.
    if (token.state === 'unknown') return { status: 422, form: { ...checked, notice: 'stale' } };
    const attachments = scan === undefined ? kept : [scanFile(scan), ...kept];
    const letter = await this.#letter(form.values, paper, { attachments, scan }, officer);
    // One copy of the form is one letter: sent again after Back with other words, it would be entered twice. A scan is
    // one letter too, whoever has it before them.
    const key = scan === undefined ? `post:${token.id}` : `post-scan:${scan.id}`;
    try {
      const { reference } = await this.letters.receive({ ...letter, submissionKey: key });
      return { saved: reference, arrivedOn: paper.arrivedOn, scanId: scan?.id };
    } catch (error) {
      if (!(error instanceof SubmissionKeyReused)) throw error;
      const first = await letterOfSubmission(this.dataSource, key);
      return { status: 409, form: { ...checked, entered: first!.reference } };
    }
  }

  async #letter(
    values: PaperValues,
    { arrivedOn, senderDate, enclosures, country, language: chosen }: ReadPaper,
    { attachments, scan }: { attachments: KeptFile[]; scan: PostScan | undefined },
    officer: Officer,
  ): Promise<NewLetter> {
    const { name = '', surname = '', address = '', subject = '', message = '' } = values;
    const language = chosen ?? writingLanguage([subject, message, name, surname, address].join('\n'));
    const typed = values.municipality ?? '';
    const place = typed === '' ? undefined : this.gazetteer.find(typed);
    const same = values.sameAs ? await this.#person(values.sameAs, officer) : undefined;
    return {
      ...{ channel: 'post', language, name, surname, address, message, attachments, country },
      municipality: place ? this.gazetteer.label(place, language) : typed,
      municipalityCode: place?.code ?? null,
      postalCode: values.postalCode || null,
      email: values.email || null,
      phone: values.phone || null,
      phoneE164: (values.phone && readPhone(values.phone, country)?.e164) || null,
      replyBy: values.email ? 'email' : 'post',
      subject: subject || null,
      releaseSlug: null,
      suspect: [],
      submissionKey: '',
      submissionDigest: digestOf(values, attachments),
      paper: {
        ...{ arrivedOn, senderDate, enclosures },
        senderNumber: values.senderNumber || null,
        sameAs: same?.letterId ?? null,
        enteredBy: officer.accountId,
        scanId: scan?.id ?? null,
      },
    };
  }

  async #person(typed: string, officer: Officer): Promise<Correspondent | undefined> {
    const reference = readReference(typed);
    return reference === undefined ? undefined : correspondentOf(this.dataSource, officer, reference);
  }
}

const scanFile = ({ sha256, size, mediaType, name }: PostScan): KeptFile => ({
  sha256,
  size,
  mediaType,
  name,
});

function digestOf(values: PaperValues, attachments: readonly KeptFile[]): string {
  const fields = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const files = attachments.map(({ sha256, name }) => [sha256, name]);
  return createHash('sha256')
    .update(JSON.stringify([fields, files]))
    .digest('hex');
}
