import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { queueBoard } from './queue/queue-board.js';
import { QueueModule } from './queue/queue.module.js';
import { QueueService } from './queue/queue.service.js';
import { SessionService } from './staff/session.service.js';
import { StaffModule } from './staff/staff.module.js';

/** The queue page stands outside Nest's guards, so it asks the staff room itself who may see it. */
@Module({ imports: [QueueModule, StaffModule] })
export class QueuePageModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly queues: QueueService,
    private readonly sessions: SessionService,
  ) {}

  async onModuleInit(): Promise<void> {
    // Commands run the same rooms without HTTP.
    const fastify = this.host.httpAdapter?.getInstance() as FastifyInstance | undefined;
    if (fastify === undefined) return;
    await queueBoard(fastify, this.queues, async (request) => {
      const account = await this.sessions.accountFromCookie(request.headers.cookie);
      if (!account) return 'sign-in';
      return account.roles.includes('admin') ? 'ok' : 'forbidden';
    });
  }
}
