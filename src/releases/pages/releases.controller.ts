import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../web/access.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { type MadePage, PageCache } from '../page-cache.js';
import { ReleasesService } from '../releases.service.js';
import { isSection } from '../sections.js';
import { isSlug } from '../slug.js';
import { ReleasePages } from './release-pages.service.js';
import { readQuery } from './search-query.js';

/** The public pages of releases, in three versions. */
@Controller(VERSIONS)
export class ReleasesController {
  constructor(
    private readonly pages: ReleasePages,
    private readonly cache: PageCache,
    private readonly releases: ReleasesService,
  ) {}

  @Get('releases')
  @Access('public')
  async newestOrFound(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request);
    const { q, section, before } = readQuery(query);
    if (section !== undefined && !isSection(section)) return this.missing(request, reply);
    // Only the first page of all is the same for everybody; what readers search for is not kept.
    const isNewest = q === undefined && section === undefined;
    await this.cache.send(request, reply, isNewest ? paths.releases(language) : undefined, () =>
      isNewest ? this.pages.newest(language) : this.pages.found(language, { q, section, before }),
    );
  }

  /** A year begins with a digit and a slug never does, so one route serves both. */
  @Get('releases/:yearOrSlug')
  @Access('public')
  async yearOrRelease(
    @Param('yearOrSlug') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request);
    if (/^[1-9]\d{3}$/.test(name)) {
      const year = Number(name);
      const make = () => this.pages.year(language, year);
      return this.sendOr404(request, reply, paths.releasesOfYear(language, year), make, { year });
    }
    if (!isSlug(name)) return this.missing(request, reply);
    const make = () => this.pages.release(language, name);
    if (await this.cache.send(request, reply, paths.release(language, name), make)) return;
    await this.gone(request, reply, name);
  }

  @Get('releases/:year/:month')
  @Access('public')
  async month(
    @Param('year') yearText: string,
    @Param('month') monthText: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request);
    if (!/^[1-9]\d{3}$/.test(yearText) || !/^(0[1-9]|1[0-2])$/.test(monthText))
      return this.missing(request, reply);
    const [year, month] = [Number(yearText), Number(monthText)];
    const { before } = readQuery(query);
    // Like what readers search for, the further pages of a long month are not kept: addresses without end would fill it.
    const key = before === undefined ? paths.releasesOfMonth(language, year, month) : undefined;
    const make = () => this.pages.month(language, { year, month, before });
    return this.sendOr404(request, reply, key, make, { year, month });
  }

  private async sendOr404(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string | undefined,
    make: () => Promise<MadePage | undefined>,
    when?: { year: number; month?: number },
  ): Promise<void> {
    if (!(await this.cache.send(request, reply, key, make))) await this.missing(request, reply, when);
  }

  /** A slug that shows no release: it was withdrawn, it has another slug now, or it never was. */
  private async gone(request: FastifyRequest, reply: FastifyReply, slug: string): Promise<void> {
    const language = languageOf(request);
    const { withdrawn, movedTo } = await this.releases.goneFrom(slug);
    if (movedTo !== undefined) {
      await reply.header('cache-control', 'no-cache').redirect(paths.release(language, movedTo), 301);
      return;
    }
    if (withdrawn === undefined) return this.missing(request, reply);
    const { type, body } = this.pages.withdrawn(language, slug, withdrawn);
    await reply.code(410).header('content-type', type).header('cache-control', 'no-cache').send(body);
  }

  private async missing(
    request: FastifyRequest,
    reply: FastifyReply,
    when?: { year: number; month?: number },
  ): Promise<void> {
    const { type, body } = await this.pages.missing(languageOf(request), when);
    await reply.code(404).header('content-type', type).header('cache-control', 'no-cache').send(body);
  }
}
