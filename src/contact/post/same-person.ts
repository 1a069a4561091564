import type { Correspondent } from '../../letters/paper/correspondents.queries.js';
import { searchKey } from '../../script/search-key.js';
import type { PaperField, PaperValues } from './paper-entry.js';

/** What an earlier letter tells about its writer, by the form's fields. */
export const knownOf = (person: Correspondent): PaperValues => ({
  name: person.name,
  surname: person.surname,
  address: person.address,
  postalCode: person.postalCode ?? '',
  municipality: person.municipality,
  country: person.country,
  phone: person.phone ?? '',
  email: person.email ?? '',
  sameAs: person.reference,
});

/** Fields that are taken over even where something is typed: the beginning of a name by which the person was found. */
const BEGUN: readonly PaperField[] = ['name', 'surname', 'sameAs', 'country'];

/**
 * The form with what is known of the person. What the clerk reads on the paper stands: an address that has changed,
 * and a name that only its script or accents tell from the earlier one.
 */
export function withPerson(values: PaperValues, known: PaperValues): PaperValues {
  const filled = { ...values };
  for (const [field, value] of Object.entries(known) as [PaperField, string][]) {
    const typed = values[field] ?? '';
    if (typed === '' || (BEGUN.includes(field) && searchKey(typed) !== searchKey(value)))
      filled[field] = value;
  }
  return filled;
}
