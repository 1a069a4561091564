import { displayName } from '../files/file-name.js';
import { FileRefused, StorageUnavailable } from '../files/file-refused.js';
import { fill, inLanguages, type Language } from '../script/texts.js';

const fileFaultTexts = inLanguages(
  {
    refused: 'Датотека није прихваћена ({name}): {why}.',
    'too-big': 'већа је од 10 MB',
    'forbidden-type': 'врста није дозвољена',
    'lying-type': 'садржај не одговара називу',
    empty: 'празна је',
    storage: 'складиште тренутно не прима датотеке; покушајте за који минут',
  },
  {
    refused: 'The file was not accepted ({name}): {why}.',
    'too-big': 'it is larger than 10 MB',
    'forbidden-type': 'its kind is not allowed',
    'lying-type': 'its content is not what the name says',
    empty: 'it is empty',
    storage: 'storage takes no files at the moment; try again in a minute',
  },
);

/** Why a file of an officer's form was not kept, as a sentence; any other error is thrown on. */
export function fileFault(error: unknown, name: string, language: Language): string {
  const texts = fileFaultTexts[language];
  const shown = { name: displayName(name) };
  if (error instanceof FileRefused) return fill(texts.refused, { ...shown, why: texts[error.code] });
  if (error instanceof StorageUnavailable) return fill(texts.refused, { ...shown, why: texts.storage });
  throw error;
}
