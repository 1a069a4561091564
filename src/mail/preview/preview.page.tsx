import { type Language, LANGUAGES } from '../../script/texts.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import type { RenderedEmail } from '../email-kinds.js';
import type { OfficeAccount } from '../office-account.js';
import { previewTexts } from './preview.texts.js';

interface KindsPageProps {
  account: OfficeAccount;
  kinds: { kind: string; subject: string }[];
}

/** Which e-mails the program can send. */
export function KindsPage({ account, kinds }: KindsPageProps) {
  const { language } = account;
  const texts = previewTexts[language];
  return (
    <OfficePage account={account} language={language} title={texts.title}>
      <header class="page-head">
        <h1>{texts.title}</h1>
        <p class="hint">{texts.lead}</p>
        {account.roles.some((role) => role === 'admin' || role === 'clerk' || role === 'triage') && (
          <a href={paths.outgoingEmails}>{texts.outgoing}</a>
        )}
      </header>
      <section class="card wide">
        <div class="in scroll">
          {kinds.length === 0 ? (
            <p>{texts.none}</p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.kind}</th>
                  <th scope="col">{texts.subject}</th>
                </tr>
              </thead>
              <tbody>
                {kinds.map(({ kind, subject }) => (
                  <tr>
                    <th scope="row">
                      <a href={paths.emailKind(kind)}>{kind}</a>
                    </th>
                    <td>{subject}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </section>
    </OfficePage>
  );
}

interface KindPageProps {
  account: OfficeAccount;
  kind: string;
  /** The version shown, which need not be the officer's own. */
  shown: Language;
  email: RenderedEmail;
}

/** One kind of e-mail with invented details: subject, look, text. */
export function KindPage({ account, kind, shown, email }: KindPageProps) {
  const { language } = account;
  const texts = previewTexts[language];
  return (
    <OfficePage account={account} language={language} title={email.subject}>
      <header class="page-head">
        <p>
          <a href={paths.emailKinds}>{texts.all}</a>
        </p>
        <h1 lang={shown}>{email.subject}</h1>
        <p class="hint">{kind}</p>
        <nav class="languages" aria-label={texts.versions}>
          {LANGUAGES.map((version) => (
            <a
              href={`${paths.emailKind(kind)}?language=${version}`}
              aria-current={version === shown ? 'true' : undefined}
            >
              {texts.languages[version]}
            </a>
          ))}
        </nav>
      </header>
      <section class="card wide" aria-labelledby="looks">
        <header>
          <h2 id="looks">{texts.looks}</h2>
        </header>
        <div class="in">
          <iframe
            title={texts.looks}
            src={`${paths.emailKindHtml(kind)}?language=${shown}`}
            width="100%"
            height="860"
            sandbox=""
          />
        </div>
      </section>
      <section class="card wide" aria-labelledby="text">
        <header>
          <h2 id="text">{texts.text}</h2>
        </header>
        <div class="in scroll" tabIndex={0} role="group" aria-labelledby="text">
          <pre lang={shown}>{email.text}</pre>
        </div>
      </section>
    </OfficePage>
  );
}
