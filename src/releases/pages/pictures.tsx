import { paths } from '../../web/paths.js';
import { extensionOf, picturePath } from '../picture-address.js';
import type { PictureInLanguage } from '../release-in-language.js';

/** How wide a picture is drawn: the column, less its margins; never more than 60 rem. */
const SIZES = '(min-width: 64rem) 60rem, 100vw';

/**
 * Pictures with their credits, in the best format and the size that the reader's screen needs. Only the first is
 * wanted at once: the others wait until the reader comes near.
 */
export const Pictures = ({
  pictures,
  lang,
  fileAddress,
}: {
  pictures: PictureInLanguage[];
  lang?: string;
  fileAddress?: (sha256: string) => string;
}) => (
  <>
    {pictures.map((picture, index) => {
      const address = (file: { sha256: string; mediaType: string }) =>
        fileAddress?.(file.sha256) ?? paths.releasePicture(file.sha256, extensionOf(file.mediaType));
      return (
        <figure class="picture" lang={lang}>
          <picture>
            {[...new Set(picture.variants.map(({ mediaType }) => mediaType))].map((type) => (
              <source
                type={type}
                srcset={picture.variants
                  .filter(({ mediaType }) => mediaType === type)
                  .map((variant) => `${address(variant)} ${variant.width}w`)
                  .join(', ')}
                sizes={SIZES}
              />
            ))}
            <img
              src={fileAddress?.(picture.sha256) ?? picturePath(picture)}
              width={picture.width}
              height={picture.height}
              alt={picture.alt}
              loading={index === 0 ? undefined : 'lazy'}
              decoding="async"
            />
          </picture>
          {picture.credit !== '' && <figcaption>{picture.credit}</figcaption>}
        </figure>
      );
    })}
  </>
);
