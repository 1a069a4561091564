import { createContext } from 'preact';
import type { Language } from '../../script/texts.js';

/** The page's version, for the few words that components bring themselves ("Error:", the character count). */
export const PageLanguage = createContext<Language>('en');
