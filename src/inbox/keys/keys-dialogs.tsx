import { fill } from '../../script/texts.js';
import { inboxTexts } from '../list/inbox.texts.js';
import type { InboxQueue } from '../list/queues.js';
import type { Ui } from '../ui.js';
import { keysTexts } from './keys.texts.js';
import { type Shortcut, type ShortcutGroup, SHORTCUTS } from './shortcuts.js';

/** The palette of commands and the help on keys. Both are in the page, so that they open at once. */
export const KeysDialogs = ({ ui, queues }: { ui: Ui; queues: readonly InboxQueue[] }) => (
  <>
    <Palette ui={ui} />
    <KeysHelp ui={ui} queues={queues} />
  </>
);

/** A combobox over a list that the page's script fills with what the page can do. */
function Palette({ ui }: { ui: Ui }) {
  const texts = keysTexts[ui.language];
  return (
    <dialog
      class="palette"
      id="palette"
      aria-label={texts.commands}
      data-for-letter={texts.forLetter}
      data-for-picked={texts.forPicked}
      data-go-to={texts.goTo}
      data-letters={texts.letters}
      data-seek={texts.seek}
      data-none={texts.none}
      data-one={texts.count.one}
      data-few={texts.count.few}
      data-many={texts.count.many}
    >
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-hits"
        aria-autocomplete="list"
        aria-label={texts.field}
        placeholder={texts.field}
        autocomplete="off"
        spellcheck={false}
      />
      <div role="listbox" id="palette-hits" class="hits" aria-label={texts.hits} tabindex={-1} />
      <p class="sr" role="status" />
      <footer aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {texts.choose}
        </span>
        <span>
          <kbd>↵</kbd> {texts.run}
        </span>
        <span>
          <kbd>Esc</kbd> {texts.away}
        </span>
      </footer>
    </dialog>
  );
}

function KeysHelp({ ui, queues }: { ui: Ui; queues: readonly InboxQueue[] }) {
  const texts = keysTexts[ui.language];
  const queueNames = inboxTexts[ui.language].queues;
  return (
    <dialog class="help" id="keys" aria-labelledby="keys-heading">
      <div class="keys">
        <div class="acts">
          <h2 id="keys-heading" class="serif">
            {texts.keys}
          </h2>
          <label class="check push">
            <input type="checkbox" id="single-keys" checked /> {texts.single}
          </label>
        </div>
        <div class="grid">
          {(Object.keys(SHORTCUTS) as ShortcutGroup[])
            .filter((group) => SHORTCUTS[group].length > 0)
            .map((group) => (
              <section>
                <h3>{texts.groups[group]}</h3>
                <dl>
                  {SHORTCUTS[group].map((keys: Shortcut) => (
                    <Line keys={keys} name={texts.names[keys]} />
                  ))}
                  {group === 'moving' &&
                    queues.map(({ code, keys }) => (
                      <Line keys={keys} name={fill(texts.goToQueue, { queue: queueNames[code] })} />
                    ))}
                </dl>
              </section>
            ))}
        </div>
        <form method="dialog" class="acts">
          <button class="btn">
            {texts.closeHelp} <kbd aria-hidden="true">Esc</kbd>
          </button>
        </form>
      </div>
    </dialog>
  );
}

const CAPS: Record<string, string> = { Control: 'Ctrl', Enter: '↵', Shift: '⇧', Escape: 'Esc' };

const Line = ({ keys, name }: { keys: string; name: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {keys.split(/[ +]/).map((key) => (
        <>
          <kbd>{CAPS[key] ?? key}</kbd>{' '}
        </>
      ))}
    </dd>
  </div>
);
