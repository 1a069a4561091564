import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Environment } from './config/environment.js';
import type { OfficeProfile } from './config/office-profile.js';
import { paths } from './web/paths.js';

/** Serves the description of the API, made from its controllers at the first question. */
export function serveOpenApi(
  app: NestFastifyApplication,
  environment: Environment,
  profile: OfficeProfile,
): void {
  let document: Promise<OpenAPIObject> | undefined;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get(paths.openapi, async (_request, reply) => {
    document ??= Promise.resolve(describe(app, environment, profile));
    return reply.header('cache-control', 'public, max-age=300').send(await document);
  });
}

/** Pages are controllers too; only what stands under `/api/` is described. */
function describe(
  app: NestFastifyApplication,
  environment: Environment,
  profile: OfficeProfile,
): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle(`Pismo: ${profile.name.en}`)
    .setDescription('Letters to the office, and its press releases. Errors are problem documents (RFC 9457).')
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(environment.publicUrl)
    .build();
  const document = SwaggerModule.createDocument(app, about);
  document.paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path.startsWith('/api/')),
  );
  return document;
}
