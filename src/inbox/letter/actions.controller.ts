import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LettersService } from '../../letters/letters.service.js';
import { NotesService } from '../../letters/notes/notes.service.js';
import { MergeService } from '../../letters/merge/merge.service.js';
import { ReadingLists } from '../../letters/reading-list/reading-lists.service.js';
import { RiskService } from '../../letters/risk/risk.service.js';
import { Access } from '../../web/access.js';
import { notFound } from '../../web/problem.js';
import { ActionDto } from './action.dto.js';
import { ActionRunner } from './action-runner.js';
import { actionPath } from './actions.js';
import { Asked, type AskedAction } from './asked-action.js';
import { AssignmentDto } from './assignment.dto.js';
import { NoteDto } from './note.dto.js';
import { MergeDto } from './merge.dto.js';
import { ReadingDto } from './reading.dto.js';
import { ReasonDto } from './reason.dto.js';
import { RiskDto } from './risk.dto.js';
import { TriageDto } from './triage.dto.js';
import { UndoDto } from './undo.dto.js';

/** What officers do with a letter; the table of states says what and who. Each is a resource of the letter. */
@Controller()
@Access(['clerk', 'triage', 'drafter', 'approver'])
export class ActionsController {
  constructor(
    private readonly runner: ActionRunner,
    private readonly letters: LettersService,
    private readonly risks: RiskService,
    private readonly notes: NotesService,
    private readonly merges: MergeService,
    private readonly readings: ReadingLists,
  ) {}

  @Post(actionPath(':reference', 'triage'))
  triage(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run(
      'triage',
      TriageDto,
      asked,
      reply,
      async ({ category, unit, urgency, urgencyReason, sensitive }, officer) => {
        const triage = {
          ...{ category, unit: unit || this.runner.unitOf(category), urgency, urgencyReason, sensitive },
        };
        return { done: 'triaged', event: await this.letters.triage(asked.reference, triage, officer) };
      },
    );
  }

  @Post(actionPath(':reference', 'note'))
  note(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('note', NoteDto, asked, reply, async ({ note, mention }, officer) => {
      await this.notes.add(asked.reference, { text: note, mention }, officer);
      return { done: 'noted' };
    });
  }

  @Post(actionPath(':reference', 'assignment'))
  assign(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('assignment', AssignmentDto, asked, reply, async ({ to, colleague }, officer) => {
      if (to === 'nobody')
        return { done: 'handedBack', event: await this.letters.handBack(asked.reference, officer) };
      const whom = to === 'me' ? officer.accountId : colleague!;
      return { done: 'assigned', event: await this.letters.assign(asked.reference, whom, officer) };
    });
  }

  @Post(actionPath(':reference', 'closure'))
  close(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('closure', ReasonDto, asked, reply, async ({ reason }, officer) => ({
      done: 'closed',
      event: await this.letters.close(asked.reference, reason, officer),
    }));
  }

  @Post(actionPath(':reference', 'reopening'))
  reopen(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('reopening', ReasonDto, asked, reply, async ({ reason }, officer) => ({
      done: 'reopened',
      event: await this.letters.reopen(asked.reference, reason, officer),
    }));
  }

  @Post(actionPath(':reference', 'merge'))
  merge(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('merge', MergeDto, asked, reply, async ({ into, samePerson }, officer) => {
      const other = { into, isSamePerson: samePerson === 'yes' };
      return { done: 'merged', event: await this.merges.merge(asked.reference, other, officer) };
    });
  }

  @Post(actionPath(':reference', 'separation'))
  separate(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('separation', ReasonDto, asked, reply, async ({ reason }, officer) => {
      await this.merges.separate(asked.reference, reason, officer);
      return { done: 'separated' };
    });
  }

  @Post(actionPath(':reference', 'for-reading'))
  read(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('for-reading', ReadingDto, asked, reply, async ({ introduction }, officer) => {
      // The table of states says nothing of reading: only who sorts letters chooses.
      if (!officer.roles.includes('triage')) throw notFound();
      await this.readings.add(asked.reference, introduction, officer);
      return { done: 'forReading' };
    });
  }

  @Post(actionPath(':reference', 'spam'))
  markSpam(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('spam', ReasonDto, asked, reply, async ({ reason }, officer) => ({
      done: 'spam',
      event: await this.letters.markSpam(asked.reference, reason, officer),
    }));
  }

  @Post(actionPath(':reference', 'risk'))
  markRisk(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('risk', RiskDto, asked, reply, async ({ risk, reason }, officer) => ({
      done: 'risk',
      event: await this.risks.mark(asked.reference, risk, reason, officer),
    }));
  }

  @Post(actionPath(':reference', 'risk-taking'))
  takeRisk(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('risk-taking', ActionDto, asked, reply, async (_, officer) => ({
      done: 'riskTaken',
      event: await this.risks.take(asked.reference, officer),
    }));
  }

  @Post(actionPath(':reference', 'risk-outcome'))
  settleRisk(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('risk-outcome', ReasonDto, asked, reply, async ({ reason }, officer) => ({
      done: 'riskSettled',
      event: await this.risks.settle(asked.reference, reason, officer),
    }));
  }

  @Post(actionPath(':reference', 'undo'))
  undo(@Asked() asked: AskedAction, @Res() reply: FastifyReply) {
    return this.runner.run('undo', UndoDto, asked, reply, async ({ event }, officer) => {
      await this.letters.undo(asked.reference, event, officer);
      return { done: 'undone' };
    });
  }
}
