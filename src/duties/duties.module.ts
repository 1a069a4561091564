import { Module } from '@nestjs/common';
import { QueueModule } from '../queue/queue.module.js';
import { DutiesService } from './duties.service.js';
import { DutiesWorker } from './duties.worker.js';

@Module({
  imports: [QueueModule],
  providers: [DutiesService, DutiesWorker],
  exports: [DutiesService, DutiesWorker, QueueModule],
})
export class DutiesModule {}
