import type { ComponentChildren } from 'preact';
import type { Language } from '../../script/texts.js';
import type { OfficeAccount } from '../components/office-bar.js';
import { OfficePage } from '../office-page.js';
import { paths } from '../paths.js';
import { errorPageTexts, errorTextKey } from './error-page.texts.js';

export interface OfficeErrorPageProps {
  account: OfficeAccount | undefined;
  language: Language;
  status: number;
  detail?: string;
  kept?: ComponentChildren;
  reference?: string;
}

/** The same for officers, inside their own shell, so that they stay where they work. */
export function OfficeErrorPage({
  account,
  language,
  status,
  detail,
  kept,
  reference,
}: OfficeErrorPageProps) {
  const texts = errorPageTexts[language];
  const { title, lead } = texts[errorTextKey(status)];
  return (
    <OfficePage account={account} language={language} title={title}>
      <div class="void void--page">
        <h1 class="title">{title}</h1>
        <p class="mid">{detail ?? (status >= 500 ? texts.officeFault : lead)}</p>
        {reference !== undefined && (
          <p>
            {texts.reference}: <b class="nw">{reference}</b>
          </p>
        )}
        {kept}
        <div class="acts">
          <a class="btn main" href={account === undefined ? paths.signIn : paths.inbox}>
            {texts.office}
          </a>
        </div>
      </div>
    </OfficePage>
  );
}
