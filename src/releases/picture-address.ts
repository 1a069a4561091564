import { paths } from '../web/paths.js';

/** Path of a picture; its name ends like its media type, which feeds read the type from. */
export const picturePath = ({ sha256, mediaType }: { sha256: string; mediaType: string }): string =>
  paths.releasePicture(sha256, extensionOf(mediaType));

/** "image/jpeg" → "jpeg". */
export const extensionOf = (mediaType: string): string => mediaType.slice(mediaType.indexOf('/') + 1);
