import { bareSubject } from '../../../src/letters/inbound/bare-subject.js';

test.each([
  'Re: Мост',
  'RE: re: Мост',
  'Odg: Мост',
  'Одг: Fwd: Мост',
  'Одговор: Мост',
  'Прослеђено: Мост',
  'Prosl: Мост',
  'Proslj: Мост',
  'PD: Мост',
  'Re[2]: Мост',
  'Odg^3: Мост',
  'Re(4): Мост',
  'AW: WG: Мост',
  'Vá: Мост',
  'Továbbítás: Мост',
  'Отг: Мост',
  'Răsp: Мост',
  'Përgj: Мост',
  'SV : Мост',
  'ΑΠ: Мост',
])('%s', (subject) => {
  expect(bareSubject(subject)).toBe('Мост');
});

test.each(['Мост: Re: ништа', 'Ref: 12/2026', 'Република: позив', 'Re:', 'Одговорите: кад?', ''])(
  '"%s" stays as it is',
  (subject) => {
    expect(bareSubject(subject)).toBe(subject);
  },
);
