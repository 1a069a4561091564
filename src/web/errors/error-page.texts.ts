import { inLanguages } from '../../script/texts.js';

/** What an error page says, by status; statuses of the same kind share a text (`errorTextKey`). */
export const errorPageTexts = inLanguages(
  {
    missing: {
      title: 'Те странице нема',
      lead: 'Можда је адреса погрешно преписана, или је страница премештена или повучена.',
    },
    forbidden: {
      title: 'Ова страница није за Вас отворена',
      lead: 'Ваш налог нема право на њу. Ако Вам је потребна за посао, обратите се администратору.',
    },
    method: {
      title: 'Тако се ова страница не отвара',
      lead: 'Вратите се на почетну страницу и пођите одатле.',
    },
    bad: {
      title: 'Захтев није разумљив',
      lead: 'Стигао је прекинут или оштећен, па ништа није примљено. Вратите се корак уназад и пошаљите поново.',
    },
    large: {
      title: 'То је превише за једно слање',
      lead: 'Ништа није примљено. Вратите се корак уназад и пошаљите мање: највише пет прилога, сваки до 10 MB.',
    },
    type: {
      title: 'У том облику не можемо да примимо',
      lead: 'Ништа није примљено. Вратите се корак уназад и пошаљите преко обрасца на страници.',
    },
    invalid: {
      title: 'Нешто недостаје или није исправно',
      lead: 'Ништа није примљено. Вратите се корак уназад, исправите и пошаљите поново.',
    },
    busy: {
      title: 'Сачекајте мало, па покушајте поново',
      lead: 'Са Ваше мреже је за кратко време стигло много захтева. Ништа није примљено; покушајте поново за неколико минута.',
    },
    fault: {
      title: 'Код нас је дошло до грешке',
      lead: 'Грешка је забележена. Покушајте поново за неколико минута; ако се понови, јавите нам се и наведите ознаку.',
    },
    unavailable: {
      title: 'Тренутно не можемо ништа да примимо',
      lead: 'Ништа није послато. Покушајте поново за неколико минута, или нам пишите на један од ових начина.',
    },
    officeFault:
      'Грешка је забележена. Покушајте поново за неколико минута; ако се понови, јавите администратору ознаку.',
    titlePrefix: 'Грешка {status}',
    reference: 'Ознака грешке',
    keptTitle: 'Ваше речи',
    keptLead: 'Овде је све што сте написали. Можете да пошаљете поново или да препишете и сачувате.',
    onward: 'Куда даље',
    write: 'Пишите нам',
    home: 'Почетна страница',
    contact: 'Образац за писмо',
    releases: 'Сва саопштења',
    myLetter: 'Докле је стигло моје писмо',
    byEmail: 'Електронском поштом',
    byPost: 'Поштом',
    office: 'Писма',
  },
  {
    missing: {
      title: 'There is no such page',
      lead: 'The address may have been copied with a mistake, or the page has been moved or withdrawn.',
    },
    forbidden: {
      title: 'This page is not open to you',
      lead: 'Your account has no right to it. If you need it for your work, ask an administrator.',
    },
    method: {
      title: 'This page cannot be opened that way',
      lead: 'Please go to the home page and start from there.',
    },
    bad: {
      title: 'The request cannot be understood',
      lead: 'It arrived broken or damaged, so nothing was received. Please go one step back and send it again.',
    },
    large: {
      title: 'That is too much to send at once',
      lead: 'Nothing was received. Please go one step back and send less: up to five files, 10 MB each.',
    },
    type: {
      title: 'We cannot receive it in that form',
      lead: 'Nothing was received. Please go one step back and send it with the form on the page.',
    },
    invalid: {
      title: 'Something is missing or not right',
      lead: 'Nothing was received. Please go one step back, correct it and send it again.',
    },
    busy: {
      title: 'Please wait a little and try again',
      lead: 'Many requests have come from your network in a short time. Nothing was received; please try again in a few minutes.',
    },
    fault: {
      title: 'Something has gone wrong on our side',
      lead: 'The fault has been recorded. Please try again in a few minutes; if it happens again, write to us and quote the reference.',
    },
    unavailable: {
      title: 'We cannot receive anything at the moment',
      lead: 'Nothing was sent. Please try again in a few minutes, or write to us in one of these ways.',
    },
    officeFault:
      'The fault has been recorded. Please try again in a few minutes; if it happens again, tell an administrator the reference.',
    titlePrefix: 'Error {status}',
    reference: 'Fault reference',
    keptTitle: 'Your words',
    keptLead: 'Everything that you wrote is here. You can send it again, or copy it and keep it.',
    onward: 'Where to go from here',
    write: 'Write to us',
    home: 'Home page',
    contact: 'The form for a letter',
    releases: 'All press releases',
    myLetter: 'How far my letter has come',
    byEmail: 'By e-mail',
    byPost: 'By post',
    office: 'Letters',
  },
);

type TextKey =
  | 'missing'
  | 'forbidden'
  | 'method'
  | 'bad'
  | 'large'
  | 'type'
  | 'invalid'
  | 'busy'
  | 'fault'
  | 'unavailable';

const KEYS: Record<number, TextKey> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'missing',
  405: 'method',
  410: 'missing',
  413: 'large',
  414: 'missing',
  415: 'type',
  422: 'invalid',
  429: 'busy',
  503: 'unavailable',
};

export const errorTextKey = (status: number): TextKey => KEYS[status] ?? (status >= 500 ? 'fault' : 'bad');
