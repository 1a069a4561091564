import type { ComponentChildren } from 'preact';
import type { OfficeProfile } from '../../config/office-profile.js';
import { textIn, type Language } from '../../script/texts.js';
import { renderPage, renderPart } from '../../web/render.js';
import { BLOCK, css } from './letter-email.styles.js';
import { letterEmailTexts } from './letter-email.texts.js';
import { postalAddress } from './plain-text.js';

export interface LetterEmailProps {
  language: Language;
  profile: OfficeProfile;
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  /** Above the greeting; without one neither stands there: the children bring their own salutation. */
  heading?: string;
  /** Last line, about the message itself. */
  note: string;
  children: ComponentChildren;
}

/** One table, seen by Outlook alone, holds the width. */
const OUTLOOK_OPENS =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->';
const OUTLOOK_CLOSES = '<!--[if mso]></td></tr></table><![endif]-->';

/** The frame that every e-mail about a letter stands in, as a whole HTML document. */
export function letterEmail(props: LetterEmailProps): string {
  const { language, subject, preview } = props;
  const body = `${OUTLOOK_OPENS}${renderPart(<Sheet {...props} />)}${OUTLOOK_CLOSES}`;
  return renderPage(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: BLOCK }} />
      </head>
      <body
        class="ground"
        style={css.body}
        dangerouslySetInnerHTML={{ __html: `${renderPart(<Preview text={preview} />)}${body}` }}
      />
    </html>,
  );
}

const Preview = ({ text }: { text: string }) => (
  <div style={css.preview} aria-hidden="true">
    {text}
  </div>
);

function Sheet({ language, profile, heading, note, children }: LetterEmailProps) {
  const name = textIn(language, profile.name);
  const department = textIn(language, profile.department);
  return (
    <div role="main" class="ground" style={css.ground}>
      <div class="px" style={css.head}>
        <div style={css.mark}>{'\u00a0'}</div>
        <p class="blue" style={css.name}>
          {name}
        </p>
        <p class="soft" style={css.department}>
          {department}
        </p>
      </div>
      <div class="paper px" style={css.paper}>
        <div class="ink" style={css.ink}>
          {heading !== undefined && (
            <>
              <h1 class="blue" style={css.h1}>
                {heading}
              </h1>
              <p style={css.p}>{letterEmailTexts[language].greeting}</p>
            </>
          )}
          {children}
        </div>
      </div>
      <div class="px" style={css.foot}>
        <p class="soft" style={css.footAddress}>
          {name}, {department}
          <br />
          {postalAddress(language, profile)}
        </p>
        <p class="soft" style={css.footNote}>
          {note}
        </p>
      </div>
    </div>
  );
}

/** The private link as a button and, for programs that show none, as text. */
export function PrivateLink({ language, url }: { language: Language; url: string }) {
  const texts = letterEmailTexts[language];
  return (
    <>
      <p style={css.p}>
        <a class="button" href={url} style={css.button}>
          {texts.open}
        </a>
      </p>
      <p class="soft" style={css.copy}>
        {texts.copy}
        <br />
        <a class="blue" href={url} style={css.link}>
          {url}
        </a>
      </p>
      <p style={css.warning} class="hair">
        {texts.keepPrivate}
      </p>
    </>
  );
}
