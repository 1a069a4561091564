import { fill } from '../../script/texts.js';
import type { Age } from './age.js';
import type { InboxTexts } from './inbox.texts.js';

/** The ring in eighths with the word beside it, as short as the list needs it. */
export function AgeMark({ age, texts }: { age: Age; texts: InboxTexts['age'] }) {
  switch (age.kind) {
    case 'none':
      return null;
    case 'stopped':
      return <span class="age still">{texts.stopped}</span>;
    case 'late':
      return <span class="age past">{fill(texts.late, { days: age.days })}</span>;
    case 'today':
      return (
        <span class="age soon" data-of8={String(age.eighths)}>
          <span class="sr">{texts.untilDue} </span>
          {texts.today}
        </span>
      );
    case 'left':
      return (
        <span class={age.soon ? 'age soon' : 'age'} data-of8={String(age.eighths)}>
          <span class="sr">{texts.untilDue} </span>
          {fill(texts.days, { days: age.days })}
        </span>
      );
  }
}
