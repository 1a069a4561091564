import { inLanguages } from '../../script/texts.js';

export const previewTexts = inLanguages(
  {
    title: 'Електронске поруке',
    lead: 'Све врсте порука које програм шаље, са измишљеним подацима.',
    none: 'Ниједна врста поруке није уписана.',
    kind: 'Врста',
    subject: 'Наслов',
    outgoing: 'Послате и дуговане поруке',
    all: 'Све врсте',
    versions: 'Писмо и језик',
    looks: 'Изглед',
    text: 'Обичан текст',
    languages: { 'sr-Cyrl': 'Ћирилица', 'sr-Latn': 'Латиница', en: 'Енглески' },
  },
  {
    title: 'E-mails',
    lead: 'Every kind of message that the program sends, with invented details.',
    none: 'No kind of message is registered.',
    kind: 'Kind',
    subject: 'Subject',
    outgoing: 'Sent and owed messages',
    all: 'All kinds',
    versions: 'Script and language',
    looks: 'As it looks',
    text: 'Plain text',
    languages: { 'sr-Cyrl': 'Serbian, Cyrillic', 'sr-Latn': 'Serbian, Latin', en: 'English' },
  },
);
