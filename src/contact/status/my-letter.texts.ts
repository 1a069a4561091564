import { inLanguages } from '../../script/texts.js';

/** The writer's own page. Its titles are the states' own sentences (`letters/letter.states.ts`). */
export const myLetterTexts = inLanguages(
  {
    title: 'Моје писмо {reference}',
    errorTitle: 'Грешка',
    leads: {
      received: 'Уписано је и чека да га службеник прочита.',
      details_needed: 'Допуните податке у обрасцу испод. До тада на писмо не можемо да одговоримо.',
      triaged: 'Одређено је о чему је реч и ко припрема одговор.',
      in_work: 'Службеник припрема одговор.',
      answered: 'Одговор је послат {date}',
      forwarded: 'О Вашој ствари одлучује други орган, па смо му писмо упутили {date}',
      closed: 'Рад на писму је завршен {date}',
      withdrawn:
        'Писмо сте повукли {date} На њега не одговарамо. У уписнику остају само број, датум и белешка да је повучено.',
    },
    together: {
      open: 'На Вашем писму се ради заједно са писмом {reference}',
      done: 'Рад на Вашем писму је завршен заједно са писмом {reference}',
      lead: 'Оба Ваша писма говоре о истој ствари, па на њих дајемо један одговор.',
      state: 'Докле се стигло са писмом {reference}',
      noReply: 'Одговора још нема. Кад га пошаљемо, наћи ћете га на страници писма {reference}.',
      replySent: 'Одговор смо послали на писмо {reference}. Наћи ћете га на страници тог писма.',
      withdraw: 'Ако сте се предомислили, повуците писмо {reference} на његовој страници.',
    },
    aim: 'Настојимо да одговоримо до',
    aimPassed: 'Настојали смо да одговоримо до {date} Нисмо успели, а на одговору се и даље ради.',
    state: 'Докле се стигло',
    ahead: 'предстоји',
    closed: 'Завршено',
    reply: 'Одговор',
    noReply: {
      email: 'Одговора још нема. Кад стигне, о томе ћемо Вас обавестити електронском поштом.',
      post: 'Одговора још нема. Послаћемо га поштом, на адресу коју сте навели.',
      phone: 'Одговора још нема. Јавићемо Вам се телефоном.',
    },
    replySent: {
      email: 'Одговор је послат на електронску адресу коју сте навели.',
      post: 'Одговор је послат поштом, на адресу коју сте навели.',
      phone: 'Одговор смо Вам саопштили телефоном.',
    },
    forwarding: {
      title: 'Коме је писмо прослеђено',
      left: { email: 'Послато је е-поштом {date}', post: 'Послато је поштом {date}' },
      answer: 'Тај орган Вам одговара непосредно. Кад га питате, позовите се на број уписа свог писма.',
    },
    words: 'Ваше писмо',
    readWords: 'Прочитајте шта сте написали',
    supplementOf: 'Допуна од {date}',
    attachments: { one: 'Један прилог: {names}', more: 'Прилози: {names}' },
    details: 'Допуните податке',
    detailsLead: 'За одговор су нам потребни име, презиме, место, адреса и електронска адреса или телефон.',
    detailsButton: 'Пошаљите податке',
    add: 'Додајте допуну',
    addLabel: 'Шта желите да додате или питате?',
    addHint: 'Допуна се придружује овом писму и чита је исти службеник.',
    addButton: 'Пошаљите допуну',
    withdraw: 'Повлачење писма',
    withdrawText:
      'Ако сте се предомислили, писмо можете да повучете све док на њега не одговоримо. Тада на њега не одговарамо, а у уписнику остају само број, датум и белешка да је повучено.',
    withdrawSure: 'Желим да повучем ово писмо',
    withdrawButton: 'Повуците писмо',
    tooLate: {
      before:
        'Писмо више не може да се повуче. И даље можете да тражите увид у своје податке, њихову исправку или брисање, онако како је описано у',
      link: 'обавештењу о подацима о личности',
    },
    done: {
      supplement: { title: 'Допуна је примљена', text: 'Придружена је Вашем писму.' },
      details: { title: 'Подаци су примљени', text: 'Хвала: сада на писмо можемо да одговоримо.' },
      withdrawal: { title: 'Писмо је повучено', text: 'На њега нећемо одговарати.' },
    },
    errors: {
      title: 'Ништа још није послато',
      summary: 'Све што сте написали је сачувано. Исправите ово, па пошаљите поново:',
      empty: 'Напишите допуну или приложите датотеку',
      sure: 'Означите да желите да повучете писмо',
      state: 'Писмо је у међувремену променило стање, па ово више није могуће',
    },
    notices: {
      stale: {
        title: 'Потребан је још један клик',
        text: 'Страница је предуго стајала отворена. Све што сте написали је сачувано: пошаљите још једном.',
      },
      busy: {
        title: 'Сачекајте мало',
        text: 'За кратко време је стигло много допуна. Све што сте написали је сачувано; покушајте поново за {minutes} мин.',
      },
      broken: {
        title: 'Ништа још није послато',
        text: 'Слање се прекинуло на пола пута. Овде је све што је стигло: проверите, па пошаљите поново.',
      },
      unavailable: {
        title: 'Тренутно не можемо да примимо',
        text: 'Ништа није послато, а све што сте написали је сачувано на овој страници. Покушајте поново за неколико минута.',
      },
    },
  },
  {
    title: 'My letter {reference}',
    errorTitle: 'Error',
    leads: {
      received: 'It is registered and waits for an officer to read it.',
      details_needed: 'Complete your details in the form below. Until then we cannot reply to the letter.',
      triaged: 'It has been decided what it is about and who prepares the reply.',
      in_work: 'An officer is preparing the reply.',
      answered: 'The reply was sent on {date}',
      forwarded: 'Another body decides on your matter, so we passed the letter on to it on {date}',
      closed: 'Work on the letter was finished on {date}',
      withdrawn:
        'You withdrew the letter on {date} We will not reply to it. Only its number, the date and a note that it was withdrawn stay in the register.',
    },
    together: {
      open: 'Your letter is being worked on together with your letter {reference}',
      done: 'Work on your letter is finished, together with your letter {reference}',
      lead: 'Both of your letters are about the same matter, so we give them one reply.',
      state: 'How far letter {reference} has come',
      noReply:
        'There is no reply yet. Once we have sent it, you will find it on the page of letter {reference}.',
      replySent: 'The reply was sent to letter {reference}. You will find it on that letter’s page.',
      withdraw: 'If you have changed your mind, withdraw letter {reference} on its own page.',
    },
    aim: 'We aim to reply by',
    aimPassed: 'We aimed to reply by {date} We did not manage to, and the reply is still being worked on.',
    state: 'How far it has come',
    ahead: 'ahead',
    closed: 'Finished',
    reply: 'Reply',
    noReply: {
      email: 'There is no reply yet. When there is one, we will tell you by e-mail.',
      post: 'There is no reply yet. We will send it by post, to the address you gave.',
      phone: 'There is no reply yet. We will call you.',
    },
    replySent: {
      email: 'The reply was sent to the e-mail address you gave.',
      post: 'The reply was sent by post, to the address you gave.',
      phone: 'We gave you the reply by telephone.',
    },
    forwarding: {
      title: 'To whom the letter was passed on',
      left: { email: 'Sent by e-mail on {date}', post: 'Sent by post on {date}' },
      answer: 'That body answers you directly. When you ask it, please quote your letter’s register number.',
    },
    words: 'Your letter',
    readWords: 'Read what you wrote',
    supplementOf: 'Added on {date}',
    attachments: { one: 'One attachment: {names}', more: 'Attachments: {names}' },
    details: 'Complete your details',
    detailsLead:
      'To reply, we need your name, surname, town, address and an e-mail address or a telephone number.',
    detailsButton: 'Send the details',
    add: 'Add to your letter',
    addLabel: 'What would you like to add or ask?',
    addHint: 'What you add joins this letter and is read by the same officer.',
    addButton: 'Send the addition',
    withdraw: 'Withdrawing the letter',
    withdrawText:
      'If you have changed your mind, you can withdraw the letter as long as we have not replied. Then we do not reply to it, and only its number, the date and a note that it was withdrawn stay in the register.',
    withdrawSure: 'I want to withdraw this letter',
    withdrawButton: 'Withdraw the letter',
    tooLate: {
      before:
        'The letter can no longer be withdrawn. You may still ask to see your data, to have it corrected or erased, as described in the',
      link: 'notice on personal data',
    },
    done: {
      supplement: { title: 'The addition has been received', text: 'It has joined your letter.' },
      details: {
        title: 'The details have been received',
        text: 'Thank you: now we can reply to the letter.',
      },
      withdrawal: { title: 'The letter has been withdrawn', text: 'We will not reply to it.' },
    },
    errors: {
      title: 'Nothing has been sent yet',
      summary: 'Everything you wrote is kept. Correct this and send it again:',
      empty: 'Write what you want to add, or attach a file',
      sure: 'Tick that you want to withdraw the letter',
      state: 'The letter has changed its state in the meantime, so this is no longer possible',
    },
    notices: {
      stale: {
        title: 'It takes one more click',
        text: 'The page stood open for too long. Everything you wrote is kept: send it once more.',
      },
      busy: {
        title: 'Please wait a little',
        text: 'Many additions have come in a short time. Everything you wrote is kept; please try again in {minutes} min.',
      },
      broken: {
        title: 'Nothing has been sent yet',
        text: 'The sending broke off half-way. Here is everything that arrived: check it and send it again.',
      },
      unavailable: {
        title: 'We cannot receive it at the moment',
        text: 'Nothing was sent, and everything you wrote is kept on this page. Please try again in a few minutes.',
      },
    },
  },
);
