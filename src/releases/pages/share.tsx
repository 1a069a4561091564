import { type Language } from '../../script/texts.js';
import { releaseTexts } from './release.texts.js';

/**
 * Plain links: nothing is asked of a third party until the reader goes there, and then it is told the address
 * of the release only, not of the page that the reader came from.
 */
export function Share({ language, title, url }: { language: Language; title: string; url: string }) {
  const texts = releaseTexts[language];
  const [words, address, both] = [title, url, `${title} ${url}`].map(encodeURIComponent);
  const ways = [
    [`mailto:?subject=${words}&body=${address}`, texts.shareEmail],
    [`viber://forward?text=${both}`, texts.shareViber],
    [`https://www.facebook.com/sharer/sharer.php?u=${address}`, texts.shareFacebook],
    [`https://x.com/intent/tweet?text=${words}&url=${address}`, texts.shareX],
  ];
  return (
    <ul class="share" aria-label={texts.shareLabel}>
      <li class="share__title" aria-hidden="true">
        {texts.share}
      </li>
      {ways.map(([href, text]) => (
        <li>
          <a href={href} rel={href!.startsWith('https:') ? 'nofollow noopener noreferrer' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
