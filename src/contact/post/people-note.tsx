import { day } from '../../calendar/dates.js';
import type { Correspondent } from '../../letters/paper/correspondents.queries.js';
import { fill, type Language } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { postTexts } from './post.texts.js';
import { knownOf } from './same-person.js';

/** Whoever wrote before under such a name, each with a button that takes over what is known and links the letters. */
export function PeopleNote({ language, people }: { language: Language; people: readonly Correspondent[] }) {
  const texts = postTexts[language].same;
  if (people.length === 0) return <p class="hint">{texts.none}</p>;
  return (
    <div class="note same">
      <Icon name="eye" />
      <div>
        <p>
          <b>{texts.heading}</b>
        </p>
        <ul>
          {people.map((person, index) => (
            <Person language={language} person={person} isFirst={index === 0} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Person({
  language,
  person,
  isFirst,
}: {
  language: Language;
  person: Correspondent;
  isFirst: boolean;
}) {
  const texts = postTexts[language].same;
  const name = `${person.name} ${person.surname}`.trim();
  const place = [person.address, person.municipality].filter((part) => part.trim() !== '').join(', ');
  const number = person.registerNumber ?? person.reference;
  return (
    <li class="acts">
      <button
        class="btn"
        name="do"
        value={`same:${person.reference}`}
        aria-keyshortcuts={isFirst ? 'Alt+p' : undefined}
        data-person={JSON.stringify(knownOf(person))}
        data-number={number}
      >
        {texts.link}
        <span class="sr">: {fill(texts.linkLabel, { name, place, number })}</span>{' '}
        {isFirst && <kbd aria-hidden="true">Alt P</kbd>}
      </button>
      <span>
        <b>{name}</b>
        {place !== '' && `, ${place}`},{' '}
        <a href={paths.inboxLetter(person.reference)} target="_blank">
          {fill(texts.from, { number, day: day(person.receivedAt) })}
        </a>
        {person.subject !== null && `: ${person.subject}`}
      </span>
    </li>
  );
}
