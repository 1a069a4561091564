import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LettersService } from '../../letters/letters.service.js';
import { Access } from '../../web/access.js';
import { ActionRunner } from './action-runner.js';
import { actionPath } from './actions.js';
import { Asked, type AskedAction } from './asked-action.js';
import { AssignmentDto } from './assignment.dto.js';
import { ReasonDto } from './reason.dto.js';
import { TriageDto } from './triage.dto.js';

/** What officers do with a letter; the table of states says what and who. Each is a resource of the letter. */
@Controller()
@Access(['clerk', 'triage', 'drafter', 'approver'])
export class ActionsController {
  constructor(
    private readonly runner: ActionRunner,
    private readonly letters: LettersService,
  ) {}

  @Post(actionPath(':reference', 'triage'))
  triage(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run(
      'triage',
      TriageDto,
      asked,
      reply,
      async ({ category, unit, urgency, urgencyReason }, officer) => {
        const triage = { category, unit: unit || this.runner.unitOf(category), urgency, urgencyReason };
        await this.letters.triage(asked.reference, triage, officer);
        return 'triaged';
      },
    );
  }

  @Post(actionPath(':reference', 'assignment'))
  assign(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('assignment', AssignmentDto, asked, reply, async ({ to, colleague }, officer) => {
      if (to === 'nobody') {
        await this.letters.handBack(asked.reference, officer);
        return 'handedBack';
      }
      await this.letters.assign(asked.reference, to === 'me' ? officer.accountId : colleague!, officer);
      return 'assigned';
    });
  }

  @Post(actionPath(':reference', 'closure'))
  close(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('closure', ReasonDto, asked, reply, async ({ reason }, officer) => {
      await this.letters.close(asked.reference, reason, officer);
      return 'closed';
    });
  }

  @Post(actionPath(':reference', 'reopening'))
  reopen(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('reopening', ReasonDto, asked, reply, async ({ reason }, officer) => {
      await this.letters.reopen(asked.reference, reason, officer);
      return 'reopened';
    });
  }

  @Post(actionPath(':reference', 'spam'))
  markSpam(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('spam', ReasonDto, asked, reply, async ({ reason }, officer) => {
      await this.letters.markSpam(asked.reference, reason, officer);
      return 'spam';
    });
  }
}
