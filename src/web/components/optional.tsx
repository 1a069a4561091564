import { useContext } from 'preact/hooks';
import { componentTexts } from './component.texts.js';
import { PageLanguage } from './page-language.js';

/** "(optional)", for a label: `<>Subject <Optional /></>`. Everything without it is required. */
export const Optional = () => (
  <span class="optional">{componentTexts[useContext(PageLanguage)].optional}</span>
);
