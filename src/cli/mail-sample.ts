/** Invented letters for trying the office's e-mail out. */
const SAMPLES = {
  cyrl: {
    from: { name: 'Јелена Ђорђевић', address: 'jelena.djordjevic@example.org' },
    subject: 'Молба због моста у Доњем Пољу',
    text: `Поштовани председниче,

пишем Вам у име четрнаест домаћинстава у Доњем Пољу. Мост преко Тимока однела је бујица у мају, а деца до школе иду заобилазним путем од девет километара.

Општина каже да новца нема, а предузеће за путеве да мост није њихов. Молим Вас да нам кажете ко о томе одлучује.

С поштовањем,
Јелена Ђорђевић`,
  },
  latn: {
    from: { name: 'Milan Stanković', address: 'milan.stankovic@example.org' },
    subject: 'Pitanje o penziji',
    text: `Poštovani predsedniče,

zahtev za penziju predao sam pre sedam meseci i još nemam rešenje. U filijali kažu da spis čeka potvrdu staža iz bivše republike.

Molim Vas da me uputite kome da se obratim.

Srdačan pozdrav,
Milan Stanković`,
  },
  en: {
    from: { name: 'Helen Carter', address: 'helen.carter@example.com' },
    subject: 'Thanks after our visit',
    text: `Dear Mr President,

my family visited your country this summer. I would like to thank the people of the village who helped us when our car broke down, and I ask you to pass on our greetings.

Yours sincerely,
Helen Carter`,
  },
};

export type SampleScript = keyof typeof SAMPLES;
export const SAMPLE_SCRIPTS = Object.keys(SAMPLES) as SampleScript[];

export const mailSample = (script: SampleScript) => SAMPLES[script];
