import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { TextStep } from './text-reading.js';

const require = createRequire(import.meta.url);

/**
 * What Tesseract knows of languages, by the name under which it asks for it. Its Serbian wants the Latin alphabet
 * beside, which npm has as Croatian: the same letters.
 */
const KNOWLEDGE = { srp: 'srp', srp_latn: 'hrv', eng: 'eng' } as const;
const LANGUAGES = Object.keys(KNOWLEDGE).join('+');
const LSTM_ONLY = 1;

/** As much of Tesseract's own interface as is used here. */
interface Recogniser {
  Init(path: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetUTF8Text(): string;
  MeanTextConf(): number;
  Clear(): void;
}
interface Core {
  FS: { writeFile(name: string, content: Uint8Array): void };
  TessBaseAPI: new () => Recogniser;
}

let prepared: Promise<{ core: Core; recogniser: Recogniser }> | undefined;

/** Everything lies in npm packages; nothing is fetched, and nothing is written to the disk. */
async function prepare(): Promise<{ core: Core; recogniser: Recogniser }> {
  const load = require('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Core>;
  const core = await load({ print: () => undefined, printErr: () => undefined });
  for (const [name, language] of Object.entries(KNOWLEDGE)) {
    const folder = require
      .resolve(`@tesseract.js-data/${language}/package.json`)
      .replace(/package\.json$/, '');
    const packed = await readFile(`${folder}4.0.0_best_int/${language}.traineddata.gz`);
    core.FS.writeFile(`${name}.traineddata`, await promisify(gunzip)(packed));
  }
  const recogniser = new core.TessBaseAPI();
  if (recogniser.Init(null, LANGUAGES, LSTM_ONLY) !== 0)
    throw new Error('Tesseract did not take its languages.');
  return { core, recogniser };
}

/** Reads the words of a picture in both Serbian alphabets and English. */
export async function recognise(picture: Uint8Array, dotsPerInch: number): Promise<TextStep> {
  const { core, recogniser } = await (prepared ??= prepare());
  core.FS.writeFile('/input', picture);
  recogniser.SetVariable('user_defined_dpi', String(dotsPerInch));
  if (recogniser.SetImageFile(1, 0) !== 0) return { text: '', confidence: 0 };
  recogniser.Recognize(null);
  const read = { text: recogniser.GetUTF8Text().trim(), confidence: recogniser.MeanTextConf() };
  recogniser.Clear();
  return read;
}
