import { inLanguages } from '../../script/texts.js';

/** The notice on personal data (law 87/2018: given where data is collected; the basis is public task, so no consent). */
export const personalDataTexts = inLanguages(
  {
    title: 'Подаци о личности',
    lead: 'Ваше податке користимо само да бисмо писмо примили, размотрили и на њега одговорили. То је посао који нам закон налаже, па не тражимо посебну сагласност.',
    summary: 'Ко чува податке, колико дуго и која су Ваша права',
    keeper:
      'Податке чува {department}, {name}, {street}, {city}. Писмо виде само службеници који по њему поступају, а свако отварање писма се бележи.',
    forwarding:
      'Ако Ваша ствар спада у посао другог органа, писмо прослеђујемо њему и о томе Вас обавештавамо. Писма чувамо онолико колико налажу прописи о архивској грађи.',
    rights:
      'Можете да тражите увид у податке, исправку и, где прописи допуштају, брисање. Можете да се обратите и Поверенику за информације од јавног значаја и заштиту података о личности.',
  },
  {
    title: 'Personal data',
    lead: 'We use your data only to receive your letter, consider it and reply to it. The law gives us this task, so we ask for no separate consent.',
    summary: 'Who keeps the data, for how long, and what your rights are',
    keeper:
      'The data is kept by the {department}, {name}, {street}, {city}. Only officers who work on your letter see it, and every opening of the letter is recorded.',
    forwarding:
      'If your matter is the business of another body, we forward the letter to it and tell you so. We keep letters for as long as the rules on archives require.',
    rights:
      'You may ask to see your data, to have it corrected and, where the rules allow, erased. You may also turn to the Commissioner for Information of Public Importance and Personal Data Protection.',
  },
);
