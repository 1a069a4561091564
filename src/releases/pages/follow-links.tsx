import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { releaseTexts } from './release.texts.js';

/** Ways to hear of what is published: by e-mail, and the feeds for programs. */
export function FollowLinks({ language }: { language: Language }) {
  const texts = releaseTexts[language];
  const ways = [
    [paths.follow(language), texts.followEmail],
    [paths.feed(language, 'rss'), 'RSS'],
    [paths.feed(language, 'atom'), 'Atom'],
  ];
  return (
    <ul class="share" aria-label={texts.followLabel}>
      <li class="share__title" aria-hidden="true">
        {texts.follow}
      </li>
      {ways.map(([href, text]) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
