import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gazetteer } from '../../places/gazetteer.js';
import { searchKey } from '../../script/search-key.js';
import { type Language, textIn } from '../../script/texts.js';
import { Access } from '../../web/access.js';
import { languageOf, VERSIONS } from '../../web/languages.js';

interface PlacesFile {
  body: Buffer;
  etag: string;
}

/** The gazetteer for the page's script: `[label, key, district]` of every place, in the version's order. */
@ApiExcludeController()
@Controller(VERSIONS)
export class PlacesController {
  readonly #files = new Map<Language, PlacesFile>();

  constructor(private readonly gazetteer: Gazetteer) {}

  @Get('places.json')
  @Access('public')
  async places(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { body, etag } = this.#file(languageOf(request));
    reply.header('etag', etag).header('cache-control', 'public, max-age=86400');
    if (request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
    await reply.header('content-type', 'application/json; charset=utf-8').send(body);
  }

  #file(language: Language): PlacesFile {
    let file = this.#files.get(language);
    if (file === undefined) {
      const places = this.gazetteer.all(language).map((place) => {
        const label = this.gazetteer.label(place, language);
        return [label, searchKey(label), textIn(language, place.district)];
      });
      const body = Buffer.from(JSON.stringify(places));
      file = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
      this.#files.set(language, file);
    }
    return file;
  }
}
