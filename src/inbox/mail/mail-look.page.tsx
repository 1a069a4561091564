import type { LetterView } from '../../letters/letter.view.js';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { mailTexts } from './mail.texts.js';

/** How a mail looked, as far as that is safe: in a frame that may do nothing. */
export function MailLookPage({ account, letter }: { account: SignedIn; letter: LetterView }) {
  const { language } = account;
  const texts = mailTexts[language];
  const title = fill(texts.lookTitle, { reference: letter.reference });
  return (
    <OfficePage account={account} language={language} title={title} active="inbox">
      <header class="page-head">
        <p>
          <a href={paths.inboxLetter(letter.reference)}>{texts.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="hint">{texts.lookHint}</p>
      </header>
      <section class="card wide" aria-label={texts.look}>
        <div class="in">
          <iframe
            title={texts.look}
            src={paths.inboxMail(letter.reference, 'html')}
            width="100%"
            height="860"
            sandbox=""
          />
        </div>
      </section>
    </OfficePage>
  );
}
