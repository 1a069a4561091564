import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from './config/environment.js';
import type { OpenDatabase } from './database/open-database.js';

/** The last lines of the start: where everything is. Plain text for a person, beside the structured log. */
export async function announce(
  app: NestFastifyApplication,
  environment: Environment,
  database: OpenDatabase,
) {
  const lines = [
    '',
    `Pismo is ready (${environment.role === 'all' ? 'everything in one process' : environment.role}).`,
    `  Site              ${environment.publicUrl}/`,
  ];
  console.log(lines.join('\n'));
  void app;
  void database;
}
