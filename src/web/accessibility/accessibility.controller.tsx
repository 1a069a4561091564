import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { Access } from '../access.js';
import { Html } from '../html.js';
import { languageOf, VERSIONS } from '../languages.js';
import { renderPage } from '../render.js';
import { AccessibilityPage } from './accessibility-page.js';

@Controller(VERSIONS)
@Access('public')
export class AccessibilityController {
  constructor(private readonly profile: OfficeProfile) {}

  @Get('accessibility')
  @Html()
  statement(@Req() request: FastifyRequest): string {
    return renderPage(<AccessibilityPage language={languageOf(request)} profile={this.profile} />);
  }
}
