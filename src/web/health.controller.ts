import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from './access.js';
import { HealthService } from './health.service.js';
import { MetricsService } from './metrics.service.js';

/** For operators and their machines. */
@Controller()
@Access('public')
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: MetricsService,
  ) {}

  /** 200 while the process lives. */
  @Get('healthz')
  @Header('cache-control', 'no-store')
  healthz() {
    return { ok: true };
  }

  /** 200 whenever receiving works; the body names every part that is not well. */
  @Get('readyz')
  async readyz(@Res() reply: FastifyReply) {
    const readiness = await this.health.readiness();
    return reply
      .status(readiness.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(readiness);
  }

  @Get('metrics')
  async prometheus(@Res() reply: FastifyReply) {
    return reply
      .header('content-type', this.metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await this.metrics.registry.metrics());
  }
}
