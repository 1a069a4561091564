import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { DoorPage } from '../door-page.js';
import { staffTexts } from '../staff.texts.js';
import { signInTexts } from './sign-in.texts.js';

export interface SignInPageProps {
  language: Language;
  email?: string;
  /** Own path to go on to. */
  next?: string;
  /** Why the last attempt failed, in words. */
  failure?: string;
  /** Good news from the page before. */
  notice?: string;
}

export function SignInPage({ language, email, next, failure, notice }: SignInPageProps) {
  const texts = signInTexts[language];
  const shared = staffTexts[language];
  return (
    <DoorPage language={language} title={texts.title} address={(other) => signInAddress(other, next)}>
      {notice && (
        <p class="note" role="status">
          {notice}
        </p>
      )}
      {failure && (
        <p class="note bad" role="alert" id="failure">
          {failure}
        </p>
      )}
      <form class="stack" method="post" action={paths.signIn}>
        <input type="hidden" name="language" value={language} />
        {next && <input type="hidden" name="next" value={next} />}
        <div class="field">
          <label for="email">{shared.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            value={email}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby={failure && 'failure'}
          />
        </div>
        <div class="field">
          <label for="password">{shared.password}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
        </div>
        <div class="acts">
          <button class="btn main" type="submit">
            {texts.submit}
          </button>
        </div>
      </form>
      <p class="hint">{texts.help}</p>
    </DoorPage>
  );
}

function signInAddress(language: Language, next: string | undefined): string {
  return `${paths.signIn}?${new URLSearchParams({ language, ...(next && { next }) })}`;
}
