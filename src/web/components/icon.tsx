/** Line drawings of the officers' pages, 16 by 16. */
const DRAWINGS = {
  web: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM1.8 8h12.4M8 1.8c4 4 4 8.4 0 12.4M8 1.8c-4 4-4 8.4 0 12.4',
  email: 'M1.5 3.5h13v9h-13zM1.5 4l6.5 5 6.5-5',
  post: 'M3 1.5h7l3 3v10H3zM5.5 7.5h5M5.5 10h5',
  phone: 'M3 2h3l1.2 3.3-1.7 1.2a8 8 0 0 0 4 4l1.2-1.7L14 10v3.2c-6.5 1.3-12.5-5-11-11.2z',
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  alert: 'M8 1.8 15 14H1zM8 6v4M8 12v.1',
  check: 'm2.5 8.5 3.5 3.5 7.5-8',
  cross: 'm3.5 3.5 9 9m0-9-9 9',
  search: 'M11.7 7a4.7 4.7 0 1 1-9.4 0 4.7 4.7 0 0 1 9.4 0zM10.5 10.5l4 4',
  lock: 'M3.5 7h9v7h-9zM5.5 7V4.5a2.5 2.5 0 0 1 5 0V7',
  pen: 'm2 14 .8-3.5L11 2.3l2.7 2.7-8.2 8.2z',
  eye: 'M1 8c3.5-5.3 10.5-5.3 14 0-3.5 5.3-10.5 5.3-14 0zM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  print: 'M4 6V1.8h8V6M4 12H1.8V6h12.4v6H12M4 9.5h8v4.7H4z',
  clip: 'm13 7-5.5 5.5a3 3 0 0 1-4.2-4.2L9 2.6a2 2 0 0 1 2.8 2.8L6.3 11',
  menu: 'M2 4h12M2 8h12M2 12h12',
  clock: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM8 4.5V8l2.5 1.5',
  pair: 'M6 1.8h8v8.5H6zM10 10.3v4H2V5.8h4',
  back: 'M10 3 5 8l5 5',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** An icon beside words; it says nothing itself, so a control that shows only an icon needs an `aria-label`. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
    <path d={DRAWINGS[name]} />
  </svg>
);
