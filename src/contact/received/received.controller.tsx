import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { Access } from '../../web/access.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { renderPage } from '../../web/render.js';
import { PrivateLetterService } from '../private-letter.service.js';
import { asPrivate } from '../private-page.js';
import { ReceivedPage } from './received.page.js';

/** Where the form leads once the letter is received. */
@ApiExcludeController()
@Controller(VERSIONS.map((version) => `${version}/contact/received`))
export class ReceivedController {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly letters: PrivateLetterService,
  ) {}

  @Get(':token')
  @Access('public')
  async show(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request);
    const letter = await this.letters.withNumber(await this.letters.find(token, 'receipt'));
    const page = (
      <ReceivedPage
        language={language}
        profile={this.profile}
        letter={letter}
        dueOn={this.letters.dueOn(letter)}
        path={paths.received('sr-Cyrl', token)}
        letterPath={paths.letter(language, this.letters.tokenOf(letter, 'letter'))}
        statusAddress={`${this.environment.publicUrl}${paths.letters(language)}`.replace(/^https?:\/\//, '')}
      />
    );
    await asPrivate(reply).send(renderPage(page));
  }
}
