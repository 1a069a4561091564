import { mayMove } from '../../letters/letter.states.js';
import { fill } from '../../script/texts.js';
import { Button, ButtonGroup } from '../../web/components/button.js';
import { Checkboxes } from '../../web/components/checkboxes.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import type { MyLetterPageProps } from './my-letter-form.js';
import { myLetterTexts } from './my-letter.texts.js';

/** Taking the letter back, as long as there is no reply; afterwards what the writer may still ask for. */
export function Withdrawal(props: MyLetterPageProps & { isPossible: boolean }) {
  const { language, token, formToken, form } = props;
  const texts = myLetterTexts[language];
  const other = props.open.together?.letter;
  if (other && mayMove(other.state, 'withdrawn', ['citizen']))
    return (
      <Section id="withdraw" title={texts.withdraw} classes="no-print">
        <p>{fill(texts.together.withdraw, { reference: other.reference })}</p>
      </Section>
    );
  if (!props.isPossible)
    return (
      <Section id="withdraw" title={texts.withdraw} classes="no-print">
        <p>
          {texts.tooLate.before} <a href={`${paths.contact(language)}#personal-data`}>{texts.tooLate.link}</a>
          .
        </p>
      </Section>
    );
  const error =
    form?.act === 'withdrawal' ? form.errors.find(({ field }) => field === 'sure')?.text : undefined;
  return (
    <Section id="withdraw" title={texts.withdraw} classes="no-print">
      <p>{texts.withdrawText}</p>
      <form action={paths.withdrawal(language, token)} method="post" novalidate>
        <input type="hidden" name="formToken" value={formToken} />
        <Checkboxes name="sure" items={[{ value: 'yes', text: texts.withdrawSure }]} errorMessage={error} />
        <ButtonGroup>
          <Button secondary>{texts.withdrawButton}</Button>
        </ButtonGroup>
      </form>
    </Section>
  );
}
