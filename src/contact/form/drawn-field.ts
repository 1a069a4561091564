import type { Language } from '../../script/texts.js';
import { fieldLabels, messageOf } from '../submission.texts.js';
import type { ContactForm } from './contact-form.js';

/** What a field needs to be drawn again: its value, its label and its error. */
export interface DrawnField {
  name: string;
  label: string;
  value: string | undefined;
  errorMessage: string | undefined;
}

export type FieldOf = (name: keyof (typeof fieldLabels)['en']) => DrawnField;

/** Gives each field its label, what was typed, and its (first) error. */
export function fieldOf(language: Language, form: Pick<ContactForm, 'values' | 'errors'>): FieldOf {
  return (name) => {
    const error = form.errors.find((one) => one.field === name);
    return {
      name,
      label: fieldLabels[language][name],
      value: form.values[name],
      errorMessage: error && messageOf(language, error),
    };
  };
}
