import { picturePath } from '../picture-address.js';
import type { PictureInLanguage } from '../release-in-language.js';

/** Pictures with their credits. Only the first is wanted at once: the others wait until the reader comes near. */
export const Pictures = ({ pictures, lang }: { pictures: PictureInLanguage[]; lang?: string }) => (
  <>
    {pictures.map((picture, index) => (
      <figure class="picture" lang={lang}>
        <img
          src={picturePath(picture)}
          width={picture.width}
          height={picture.height}
          alt={picture.alt}
          loading={index === 0 ? undefined : 'lazy'}
          decoding="async"
        />
        {picture.credit !== '' && <figcaption>{picture.credit}</figcaption>}
      </figure>
    ))}
  </>
);
