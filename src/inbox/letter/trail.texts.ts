import { inLanguages } from '../../script/texts.js';

/**
 * The letter's timeline as sentences in the present tense, so that nobody's gender is guessed. `{who}` is the
 * account, always the subject of a verb in the third person.
 */
export const trailTexts = inLanguages(
  {
    heading: 'Ток писма',
    somebody: 'Угашен налог',
    received: {
      web: 'Писмо стиже преко сајта.',
      email: 'Писмо стиже е-поштом.',
      post: 'Писмо стиже поштом.',
    },
    registered: {
      web: 'Писмо стиже преко сајта и заводи се под бројем {number}.',
      email: 'Писмо стиже е-поштом и заводи се под бројем {number}.',
      post: 'Писмо стиже поштом и заводи се под бројем {number}.',
    },
    missing: 'За одговор недостају подаци; тражи се допуна.',
    completed: 'Подаци за одговор су потпуни.',
    stillMissing: 'Стижу подаци за одговор, али још нису потпуни.',
    triage: '{who} разврстава писмо: {category}, {unit}.',
    triageUrgent: '{who} разврстава писмо и означава га као хитно: {category}, {unit}.',
    taken: '{who} преузима писмо.',
    assignment: '{who} додељује писмо; на њему ради {to}.',
    handingBack: '{who} враћа писмо без доделе.',
    closure: '{who} затвара писмо. Разлог: {reason}',
    reopening: '{who} поново отвара писмо. Разлог: {reason}',
    spam: '{who} означава писмо као нежељено. Разлог: {reason}',
    withdrawal: 'Писмо је повучено са личне странице.',
    supplement: 'Са личне странице стиже допуна.',
    supplementReopens: 'Са личне странице стиже допуна; писмо је поново у стању „{state}“.',
    link: 'Веза до личне странице поново се шаље.',
    read: '{who} чита писмо.',
    readTimes: '{who} чита писмо, {count}. пут заредом.',
    delivered: 'Прегледач унапред учитава писмо; налог: {who}.',
    moved: 'Стање писма: {state}.',
    movedBy: '{who} мења стање писма: {state}.',
  },
  {
    heading: 'Timeline',
    somebody: 'A removed account',
    received: {
      web: 'The letter arrives through the site.',
      email: 'The letter arrives by e-mail.',
      post: 'The letter arrives by post.',
    },
    registered: {
      web: 'The letter arrives through the site and is registered under {number}.',
      email: 'The letter arrives by e-mail and is registered under {number}.',
      post: 'The letter arrives by post and is registered under {number}.',
    },
    missing: 'Contact details are missing; they are asked for.',
    completed: 'The contact details are complete.',
    stillMissing: 'Contact details arrive, but some are still missing.',
    triage: '{who} triages the letter: {category}, {unit}.',
    triageUrgent: '{who} triages the letter and marks it urgent: {category}, {unit}.',
    taken: '{who} takes the letter.',
    assignment: '{who} assigns the letter; {to} works on it.',
    handingBack: '{who} hands the letter back.',
    closure: '{who} closes the letter. Reason: {reason}',
    reopening: '{who} reopens the letter. Reason: {reason}',
    spam: '{who} marks the letter as spam. Reason: {reason}',
    withdrawal: 'The letter is withdrawn from the private page.',
    supplement: 'A supplement arrives from the private page.',
    supplementReopens: 'A supplement arrives from the private page; the letter is “{state}” again.',
    link: 'The link to the private page is sent again.',
    read: '{who} reads the letter.',
    readTimes: '{who} reads the letter, {count} times in a row.',
    delivered: 'The browser loads the letter ahead for {who}.',
    moved: 'The letter’s state: {state}.',
    movedBy: '{who} changes the letter’s state: {state}.',
  },
);

export type TrailTexts = (typeof trailTexts)['en'];
