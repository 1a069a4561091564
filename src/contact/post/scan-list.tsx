import type { KeptFile } from '../../files/kept-file.js';
import { fill, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { fileSize } from '../submission.texts.js';
import { postTexts } from './post.texts.js';

/** Media types that every browser shows as a picture. */
const PICTURES = ['image/jpeg', 'image/png'];

/** A scan that has been sent: it goes with the letter unless it is removed. The script adds such items as they arrive. */
export function KeptScan({ language, file, token }: { language: Language; file: KeptFile; token: string }) {
  const texts = postTexts[language].scan;
  return (
    <li class="kept-scan">
      <input type="hidden" name="keptAttachment" value={token} form="entry" />
      <p class="acts">
        <a href={paths.postScan(token)} target="_blank" aria-label={fill(texts.open, { name: file.name })}>
          {file.name}
        </a>
        <span class="mid">{fileSize(language, file.size)}</span>
        <label class="check push">
          <input type="checkbox" name="removeAttachment" value={token} form="entry" /> {texts.remove}
          <span class="sr"> {file.name}</span>
        </label>
      </p>
      {PICTURES.includes(file.mediaType) && (
        <img src={paths.postScan(token)} alt={fill(texts.page, { name: file.name })} />
      )}
    </li>
  );
}
