import type { FastifyRequest } from 'fastify';
import { type Language, LANGUAGES } from '../../script/texts.js';

/** The language of answers: the letter's own, else the first of `Accept-Language` that the office knows, else Cyrillic. */
export function apiLanguage(request: FastifyRequest, field: unknown): Language {
  if (LANGUAGES.includes(field as Language)) return field as Language;
  const wishes = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    if (tag.startsWith('sr-latn')) return 'sr-Latn';
    if (/^sr(-|$)/.test(tag)) return 'sr-Cyrl';
    if (/^en(-|$)/.test(tag)) return 'en';
  }
  return 'sr-Cyrl';
}
