import type { OfficeProfile } from '../../config/office-profile.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { Language } from '../../script/texts.js';
import type { ReplyContent } from '../reply.js';
import { composeForwarding } from './compose.js';

const REGISTER_NUMBER = '2026-002917';

/** Papers about an invented letter, for the page on which officers look at e-mails. */
export function sampleForwarding(
  profile: OfficeProfile,
  language: Language,
): { cover: ReplyContent; notice: ReplyContent; registerNumber: string } {
  const letter = {
    ...{ registerNumber: REGISTER_NUMBER, language, channel: 'web', email: 'milica@primer.example' },
    ...{ replyBy: 'email', receivedAt: new Date('2026-03-02T10:26:00+01:00') },
    ...{ name: 'Милица', surname: 'Стојановић', address: '', municipality: '', postalCode: null },
    ...{ country: 'RS', phone: null },
  } as LetterView;
  const [known] = profile.forwarding.bodies.filter(({ email }) => email !== undefined);
  const { cover, notice } = composeForwarding(
    profile,
    letter,
    [],
    {
      body: known?.code ?? null,
      typed: { name: 'Министарство здравља', email: 'pisarnica@zdravlje.example', address: '' },
      route: 'email',
      why: known ? 'body' : 'own',
      own: { sr: 'о томе одлучује то министарство', en: 'that ministry decides on it' },
      attachments: [],
    },
    new Date('2026-03-12T09:00:00+01:00'),
  );
  return { cover, notice: notice!, registerNumber: REGISTER_NUMBER };
}
