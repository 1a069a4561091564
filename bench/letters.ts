/** Invented letters for load: about 2 KB of Cyrillic each, every one different. */
const SENTENCE =
  'Молимо Вас да нам помогнете да сазнамо ко о томе одлучује и када би мост преко потока могао да се обнови. ';
let count = 0;

export interface BenchLetter {
  name: string;
  surname: string;
  municipality: string;
  address: string;
  email: string;
  message: string;
}

export function nextLetter(): BenchLetter {
  count += 1;
  return {
    name: 'Радмила',
    surname: 'Стојадиновић',
    municipality: 'Ваљево',
    address: `Кнеза Милоша ${count}`,
    email: `radmila${count}@primer${count % 997}.example`,
    message: `Писмо број ${count} од ${process.pid}. ${SENTENCE.repeat(10)}`,
  };
}
