import { type Place, suggestedPlaces } from './municipality/suggested-places.js';
import { offerPlaces } from './municipality/offer-places.js';

// Phones from before 2023 lack it; a field holds whole characters anyway.
String.prototype.toWellFormed ??= String.prototype.toString;

/** Offers the gazetteer while a municipality is typed. Without a script the field is a plain one. */
document.querySelectorAll<HTMLInputElement>('input[data-places]').forEach((input) => {
  let places: Promise<Place[]> | undefined;
  const fetchPlaces = () =>
    (places ??= fetch(input.dataset['places']!)
      .then((answer) => (answer.ok ? (answer.json() as Promise<Place[]>) : []))
      // Offline or a server that is away: the field goes on as a plain one.
      .catch(() => []));
  input.addEventListener('focus', () => void fetchPlaces(), { once: true });
  offerPlaces(input, async (typed) => suggestedPlaces(await fetchPlaces(), typed));
});
