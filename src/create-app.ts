import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, ROOMS } from './app.module.js';
import { type Environment } from './config/environment.js';
import { type OfficeProfile } from './config/office-profile.js';

/** Builds the HTTP application with its root hooks; the caller listens. */
export async function createApp(
  environment: Environment,
  profile: OfficeProfile,
  databaseUrl: string,
  rooms = ROOMS,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: environment.trustedProxies.length > 0 ? environment.trustedProxies : false,
    bodyLimit: 1_048_576,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  return NestFactory.create<NestFastifyApplication>(
    AppModule.with(environment, profile, databaseUrl, rooms),
    adapter,
    { logger: environment.logLevel === 'silent' ? false : ['error', 'warn'] },
  );
}
