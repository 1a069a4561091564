import { inLanguages } from '../script/texts.js';

export const absenceTexts = inLanguages(
  {
    title: 'Одсуство',
    lead: 'Док траје одсуство, сва отворена писма прелазе на замену, и она која тек буду додељена.',
    from: 'Први дан',
    until: 'Последњи дан',
    standIn: 'Замена',
    choose: 'изаберите',
    save: 'Сачувај одсуство',
    end: 'Нема више одсуства',
  },
  {
    title: 'Absence',
    lead: 'During the absence all open letters go to the stand-in, also those that are assigned meanwhile.',
    from: 'First day',
    until: 'Last day',
    standIn: 'Stand-in',
    choose: 'choose',
    save: 'Save the absence',
    end: 'No absence any more',
  },
);
