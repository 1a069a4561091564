import type { FastifyRequest } from 'fastify';
import { type Language } from '../script/texts.js';

/** Where each version of a public page lives. */
export const PREFIX: Record<Language, string> = { 'sr-Cyrl': '', 'sr-Latn': '/lat', en: '/en' };

/** For `@Controller(VERSIONS)`: every route of the controller exists in all three versions. */
export const VERSIONS = ['', 'lat', 'en'];

/** The version that a request's route belongs to. */
export function languageOf(request: FastifyRequest): Language {
  const url = request.raw.url ?? '/';
  if (/^\/lat(?=\/|\?|$)/.test(url)) return 'sr-Latn';
  if (/^\/en(?=\/|\?|$)/.test(url)) return 'en';
  return 'sr-Cyrl';
}
