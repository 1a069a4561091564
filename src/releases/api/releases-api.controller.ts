import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { LANGUAGES } from '../../script/texts.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { markdownToHtml } from '../markdown.js';
import { type MadePage, PageCache } from '../page-cache.js';
import { picturePath } from '../picture-address.js';
import type { ReleaseDetail } from '../release-in-language.js';
import { ReleasesService } from '../releases.service.js';
import { SECTIONS } from '../sections.js';
import { MOST, readListQuery, type ReleaseListQuery } from './release-list-query.js';
import { type ReleaseDto, ReleaseListDto } from './release.dto.js';

@ApiTags('releases')
@Controller('api/v1/releases')
export class ReleasesApiController {
  constructor(
    private readonly environment: Environment,
    private readonly releases: ReleasesService,
    private readonly cache: PageCache,
  ) {}

  @Get()
  @Access('public')
  @ApiOperation({ summary: 'Press releases, newest first' })
  @ApiQuery({ name: 'language', required: false, enum: LANGUAGES, description: 'sr-Cyrl unless given.' })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MOST, default: 20 },
  })
  @ApiQuery({
    name: 'before',
    required: false,
    type: String,
    description:
      'Slug of the last release seen: the list goes on with older ones. Follow `next` instead of building it.',
  })
  @ApiQuery({ name: 'section', required: false, enum: Object.keys(SECTIONS) })
  @ApiQuery({
    name: 'q',
    required: false,
    type: String,
    description: 'Words, in either script or in English.',
  })
  @ApiOkResponse({ type: ReleaseListDto })
  @ApiUnprocessableEntityResponse({ description: 'A parameter is not valid (application/problem+json).' })
  async list(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = readListQuery(query);
    reply.header('access-control-allow-origin', '*');
    // The first part of the list is what most programs ask for; its keys are few, unlike slugs and words.
    const isFirst = asked.before === undefined && asked.q === undefined && asked.section === undefined;
    const key = isFirst ? `api ${asked.language} ${asked.limit}` : undefined;
    await this.cache.send(request, reply, key, () => this.make(asked));
  }

  private async make({ language, limit, ...filter }: ReleaseListQuery): Promise<MadePage> {
    // One more than is given tells whether there are older ones.
    const { q, ...narrowed } = filter;
    const hits = q === undefined ? undefined : await this.releases.hitsOf(q);
    const found = await this.releases.listWhole(language, { ...narrowed, hits, limit: limit + 1 });
    const given = found.slice(0, limit);
    const list: ReleaseListDto = {
      releases: given.map((release) => this.describe(release)),
      next:
        found.length > limit ? this.next({ language, limit, ...filter, before: given.at(-1)!.slug }) : null,
    };
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(list) };
  }

  private next(query: ReleaseListQuery): string {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    return `${this.environment.publicUrl}${paths.apiReleases}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
  }

  private describe(release: ReleaseDetail): ReleaseDto {
    const { slug, textLanguage: language, section, title, lead, body, pictures } = release;
    const origin = this.environment.publicUrl;
    return {
      slug,
      url: `${origin}${paths.release(language, slug)}`,
      language,
      section,
      publishedAt: release.publishedAt.toISOString(),
      updatedAt: release.updatedAt.toISOString(),
      title,
      lead,
      bodyHtml: markdownToHtml(body, { latin: language === 'sr-Latn', origin, absolute: true }),
      pictures: pictures.map(({ mediaType, width, height, alt, credit, ...picture }) => ({
        url: `${origin}${picturePath({ mediaType, ...picture })}`,
        mediaType,
        width,
        height,
        alt,
        credit,
      })),
    };
  }
}
