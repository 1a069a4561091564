import type { Absence } from './absence.js';
import { readFields } from './fields.js';

/** What the form of an absence says; null when its button ends the absence. */
export function absenceIn(body: unknown): Absence | null {
  const form = readFields(body, ['absentFrom', 'absentUntil', 'standIn', 'absence']);
  if (form.absence === 'ended') return null;
  return { from: form.absentFrom, until: form.absentUntil, standIn: form.standIn };
}
