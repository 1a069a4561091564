import { fill, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { DoorPage } from '../door-page.js';
import { Field, Refusals } from '../form-parts.js';
import type { Refusal } from '../staff-refused.js';
import { staffTexts } from '../staff.texts.js';
import { accountLinksTexts } from './account-links.texts.js';

interface LinkPageProps {
  language: Language;
  token: string;
  refusals?: Refusal[];
}

/** Name, e-mail and password of the first administrator. */
export function SetUpPage({
  language,
  token,
  refusals,
  name,
  email,
}: LinkPageProps & { name?: string; email?: string }) {
  const texts = accountLinksTexts[language].setUp;
  const shared = staffTexts[language];
  const form = { language, refusals };
  return (
    <DoorPage language={language} title={texts.title} address={inLanguage(paths.setUp(token))}>
      <p>{texts.lead}</p>
      <Refusals {...form} />
      <form class="stack" method="post" action={paths.setUp(token)} novalidate>
        <input type="hidden" name="language" value={language} />
        <Field {...form} name="name" label={shared.name} value={name} autocomplete="name" />
        <Field
          {...form}
          name="email"
          type="email"
          label={shared.email}
          value={email}
          autocomplete="username"
        />
        <Field
          {...form}
          name="password"
          type="password"
          label={shared.password}
          hint={shared.passwordHint}
          autocomplete="new-password"
        />
        <div class="acts">
          <button class="btn main" type="submit">
            {texts.submit}
          </button>
        </div>
      </form>
    </DoorPage>
  );
}

export function SetPasswordPage({ language, token, refusals, email }: LinkPageProps & { email: string }) {
  const texts = accountLinksTexts[language].setPassword;
  const shared = staffTexts[language];
  return (
    <DoorPage language={language} title={texts.title} address={inLanguage(paths.setPassword(token))}>
      <p>{fill(texts.lead, { email })}</p>
      <Refusals language={language} refusals={refusals} />
      <form class="stack" method="post" action={paths.setPassword(token)} novalidate>
        <input type="hidden" name="language" value={language} />
        {/* Password managers keep the new password under this address. */}
        <input type="email" name="email" value={email} autocomplete="username" readonly hidden />
        <Field
          language={language}
          refusals={refusals}
          name="password"
          type="password"
          label={shared.password}
          hint={shared.passwordHint}
          autocomplete="new-password"
        />
        <div class="acts">
          <button class="btn main" type="submit">
            {texts.submit}
          </button>
        </div>
      </form>
    </DoorPage>
  );
}

/** What stands behind a link that does not work, whatever the reason. */
export function DeadLinkPage({
  language,
  purpose,
}: {
  language: Language;
  purpose: 'setUp' | 'setPassword';
}) {
  const texts = accountLinksTexts[language][purpose];
  return (
    <DoorPage language={language} title={texts.dead}>
      <p>{texts.mend}</p>
      {purpose === 'setUp' && (
        <p>
          <code>npm run pismo -- staff recover</code>
        </p>
      )}
      <p>
        <a href={paths.signIn}>{accountLinksTexts[language].signIn}</a>
      </p>
    </DoorPage>
  );
}

const inLanguage = (path: string) => (language: Language) => `${path}?language=${language}`;
