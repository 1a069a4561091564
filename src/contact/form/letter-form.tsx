import type { OfficeProfile } from '../../config/office-profile.js';
import type { KeptFile } from '../../files/kept-file.js';
import type { ReleaseSummary } from '../../releases/release-in-language.js';
import type { Language } from '../../script/texts.js';
import { CharacterCount } from '../../web/components/character-count.js';
import { FormPart } from '../../web/components/form-part.js';
import { Input } from '../../web/components/input.js';
import { Optional } from '../../web/components/optional.js';
import { paths } from '../../web/paths.js';
import { MESSAGE_LENGTH } from '../submission.dto.js';
import { AttachmentsField } from './attachments-field.js';
import type { ContactForm } from './contact-form.js';
import { contactTexts } from './contact.texts.js';
import { type FieldOf, fieldOf } from './drawn-field.js';
import { ContactFields, WriterFields } from './contact-fields.js';
import { PersonalDataAndSend } from './personal-data.js';

export interface LetterFormProps {
  language: Language;
  profile: OfficeProfile;
  form: ContactForm;
  /** Signed token of this copy of the form. */
  formToken: string;
  /** Signs the files that were taken already. */
  tokenOf: (file: KeptFile) => string;
  /** The release that the letter is about. */
  release: ReleaseSummary | undefined;
  /** Where the page's script fetches its proof of work; undefined when it is off. */
  proofOfWork: string | undefined;
}

/** The form itself: who writes, where to reply, the letter, and the notice on personal data. */
export function LetterForm(props: LetterFormProps) {
  const { language, profile, form } = props;
  const texts = contactTexts[language];
  const field = fieldOf(language, form);
  return (
    <form
      class="sheet sheet--form"
      id="form"
      action={paths.contact(language)}
      method="post"
      enctype="multipart/form-data"
      novalidate
      aria-labelledby="form-title"
      data-proof-of-work={props.proofOfWork}
    >
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="formToken" value={props.formToken} />
      {props.proofOfWork !== undefined && <input type="hidden" name="altcha" value="" />}
      {props.release !== undefined && <input type="hidden" name="release" value={props.release.slug} />}
      <h2 class="govuk-visually-hidden" id="form-title">
        {texts.form}
      </h2>
      <Trap label={texts.trap} />
      <FormPart number={1} title={texts.who}>
        <WriterFields language={language} field={field} />
      </FormPart>
      <FormPart number={2} title={texts.where}>
        <ContactFields language={language} field={field} isNew />
      </FormPart>
      <FormPart number={3} title={texts.letter}>
        <WordsFields {...props} field={field} />
      </FormPart>
      <PersonalDataAndSend language={language} profile={profile} />
    </form>
  );
}

function WordsFields({ language, form, release, tokenOf, field }: LetterFormProps & { field: FieldOf }) {
  const texts = contactTexts[language];
  const subject = field('subject');
  return (
    <>
      {release !== undefined && (
        <p class="note">
          {texts.about}{' '}
          <a href={paths.release(language, release.slug)} lang={release.textLanguage}>
            {release.title}
          </a>
        </p>
      )}
      <Input
        {...subject}
        label={
          <>
            {subject.label} <Optional />
          </>
        }
        hint={texts.subjectHint}
      />
      <CharacterCount {...field('message')} hint={texts.messageHint} maxlength={MESSAGE_LENGTH} rows={12} />
      <AttachmentsField
        language={language}
        hint={texts.attachmentsHint}
        errorMessage={field('attachments').errorMessage}
        kept={form.kept.map((file) => ({ file, token: tokenOf(file) }))}
      />
    </>
  );
}

/** Programs fill in every field; people never see this one. It marks a letter for officers and refuses nothing. */
const Trap = ({ label }: { label: string }) => (
  <div class="govuk-visually-hidden" aria-hidden="true">
    <label for="website">{label}</label>
    <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" />
  </div>
);
