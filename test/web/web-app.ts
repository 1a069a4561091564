import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigModule } from '../../src/config/config.module.js';
import { readEnvironment } from '../../src/config/environment.js';
import { readOfficeProfile } from '../../src/config/office-profile.js';
import { compressPages } from '../../src/web/compress-pages.js';
import { frameworkErrors } from '../../src/web/errors/framework-errors.js';
import { securityHeaders } from '../../src/web/security-headers.js';
import { serveAssets } from '../../src/web/serve-assets.js';
import { WebModule } from '../../src/web/web.module.js';

/** This room over HTTP, without a database: the web module, the root hooks and the test's own controllers. */
export async function startWeb(
  controllers: Type<unknown>[] = [],
  env: Record<string, string> = {},
): Promise<NestFastifyApplication> {
  @Module({
    imports: [ConfigModule.with(readEnvironment(env), readOfficeProfile()), WebModule],
    controllers,
  })
  class TestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(
    TestModule,
    new FastifyAdapter({ bodyLimit: 2000, frameworkErrors: frameworkErrors(readOfficeProfile()) }),
    {
      logger: false,
    },
  );
  const fastify = app.getHttpAdapter().getInstance();
  securityHeaders(fastify, readEnvironment(env));
  await compressPages(fastify);
  await serveAssets(fastify);
  await app.init();
  await fastify.ready();
  return app;
}

/** A controller that throws what it is given, at a page's address and at the API's. */
export function throwing(make: () => unknown): Type<unknown> {
  @Controller()
  class Throwing {
    @Get(['page', 'lat/page', 'en/page', 'inbox/page', 'api/v1/thing'])
    get(): never {
      throw make();
    }

    @Post(['page', 'api/v1/thing'])
    post() {
      return 'posted';
    }
  }
  return Throwing;
}
