import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HealthService } from '../../web/health.service.js';
import { MetricsService } from '../../web/metrics.service.js';
import { unnumbered } from './sequencer.queries.js';

/** A letter that waits longer for its number is an alarm, in seconds. */
const ALARM = 60;

/** Shows operators how many letters wait for a number, and sounds the alarm when one waits too long. */
@Injectable()
export class RegisterWatch implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: HealthService,
    private readonly metrics: MetricsService,
  ) {}

  onModuleInit(): void {
    this.health.add('register', async () => {
      const { count, oldestSeconds } = await unnumbered(this.dataSource);
      if (oldestSeconds <= ALARM) return { ok: true };
      return {
        ok: false,
        detail: `${count} letters wait for a number, the oldest for ${Math.round(oldestSeconds)} s`,
      };
    });
    this.metrics.gauge(
      'pismo_register_waiting',
      'Letters that wait for a register number',
      [],
      async (gauge) => {
        gauge.set((await unnumbered(this.dataSource)).count);
      },
    );
    this.metrics.gauge(
      'pismo_register_oldest_seconds',
      'Age of the oldest letter without a register number',
      [],
      async (gauge) => {
        gauge.set((await unnumbered(this.dataSource)).oldestSeconds);
      },
    );
  }
}
