import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import { LIMITS } from './content.dto.js';
import type { ContentPicture } from './content.js';
import { newsroomTexts } from './newsroom.texts.js';
import { messageOf, type WritePageProps } from './write-page-props.js';

/** Pictures with their words, and the way to add one: the whole form goes with it, so no word is lost. */
export function PictureFields(props: WritePageProps) {
  const { ui, content } = props;
  const texts = newsroomTexts[ui.language];
  return (
    <section class="files" aria-labelledby="pictures-heading">
      <h3 id="pictures-heading">{texts.pictures}</h3>
      {content.pictures.map((picture, index) => (
        <PictureField {...props} picture={picture} number={index + 1} />
      ))}
      <Upload
        {...props}
        kind="pictures"
        label={texts.picture}
        hint={texts.pictureHint}
        button={texts.addPicture}
        accept="image/jpeg,image/png"
      />
    </section>
  );
}

function PictureField({
  ui,
  desk,
  picture,
  number,
  problem,
}: WritePageProps & { picture: ContentPicture; number: number }) {
  const texts = newsroomTexts[ui.language];
  const { fields, hints } = texts;
  const line = (field: 'altSr' | 'altEn' | 'creditSr' | 'creditEn', label: string, hint?: string) => {
    const id = `${field}-${number}`;
    const isAlt = field.startsWith('alt');
    return (
      <OfficeField id={id} label={fill(label, { number })} hint={hint} error={messageOf(problem, id)}>
        {(attributes) => (
          <input
            {...attributes}
            value={picture[field]}
            lang={field.endsWith('Sr') ? 'sr-Cyrl' : 'en'}
            maxlength={isAlt ? LIMITS.alt : LIMITS.credit}
            autocomplete="off"
          />
        )}
      </OfficeField>
    );
  };
  return (
    <div class="picture-fields">
      <img
        src={paths.newsroomFile(desk.id, picture.sha256)}
        width={picture.width}
        height={picture.height}
        alt={picture.altSr}
        lang="sr-Cyrl"
        loading="lazy"
      />
      <div class="only-write-sr">
        {line('altSr', fields.alt, hints.alt)}
        {line('creditSr', fields.credit)}
      </div>
      <div class="only-write-en">
        {line('altEn', fields.altEn, hints.alt)}
        {line('creditEn', fields.creditEn)}
      </div>
      <div class="acts">
        {number > 1 && (
          <button
            class="btn plain"
            name="do"
            value={`raise-picture-${number}`}
            aria-label={fill(texts.raisePicture, { number })}
          >
            <Icon name="up" />
          </button>
        )}
        <button
          class="btn plain"
          name="do"
          value={`remove-picture-${number}`}
          aria-label={fill(texts.removePicture, { number })}
        >
          <Icon name="cross" />
        </button>
      </div>
    </div>
  );
}

/** Files that readers may take with the release. */
export function AttachmentFields(props: WritePageProps) {
  const { ui, content } = props;
  const texts = newsroomTexts[ui.language];
  return (
    <section class="files" aria-labelledby="attachments-heading">
      <h3 id="attachments-heading">{texts.attachments}</h3>
      {content.attachments.length > 0 && (
        <ul>
          {content.attachments.map(({ name, sha256 }, index) => (
            <li class="acts">
              <Icon name="clip" />
              <a href={paths.newsroomFile(props.desk.id, sha256)}>{name}</a>
              <button
                class="btn plain"
                name="do"
                value={`remove-attachment-${index + 1}`}
                aria-label={fill(texts.removeAttachment, { name })}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Upload
        {...props}
        kind="attachments"
        label={texts.attachment}
        hint={texts.attachmentHint}
        button={texts.addAttachment}
        accept=".pdf,.docx,.odt,.txt,.jpg,.jpeg,.png,.heic"
      />
    </section>
  );
}

function Upload({
  ui,
  desk,
  kind,
  label,
  hint,
  button,
  accept,
}: WritePageProps & {
  kind: 'pictures' | 'attachments';
  label: string;
  hint: string;
  button: string;
  accept: string;
}) {
  return (
    <div class="upload">
      <OfficeField id={kind} label={label} hint={hint}>
        {(attributes) => <input {...attributes} type="file" accept={accept} />}
      </OfficeField>
      {/* The guard asks for the token before the files are read, so it goes in the address. */}
      <button
        class="btn"
        formaction={`${paths.newsroomPart(desk.id, kind)}?_csrf=${encodeURIComponent(ui.account.csrfToken)}`}
        formenctype="multipart/form-data"
        formnovalidate
      >
        <Icon name="clip" /> {button}
      </button>
    </div>
  );
}
