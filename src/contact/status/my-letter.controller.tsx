import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { secretKey } from '../../config/secret-key.js';
import type { LetterView } from '../../letters/letter.view.js';
import { LettersService } from '../../letters/letters.service.js';
import { ForwardingService } from '../../replies/forwarding/forwarding.service.js';
import { RepliesService } from '../../replies/replies.service.js';
import { Access } from '../../web/access.js';
import { issueFormToken } from '../../web/form-token.js';
import { languageOf, VERSIONS } from '../../web/languages.js';
import { paths } from '../../web/paths.js';
import { Problem } from '../../web/problem.js';
import { renderPage } from '../../web/render.js';
import { shownValues } from '../form/arrived-fields.js';
import { attachmentToken } from '../form/kept-attachments.js';
import { PrivateLetterService } from '../private-letter.service.js';
import { asPrivate } from '../private-page.js';
import type { MyLetterAct, MyLetterForm } from './my-letter-form.js';
import { myLetterFormName, MyLetterFormsService } from './my-letter-forms.service.js';
import { MyLetterPage } from './my-letter.page.js';

const ACTS: readonly string[] = ['supplement', 'details', 'withdrawal'] satisfies MyLetterAct[];

interface Shown {
  done?: MyLetterAct;
  form?: MyLetterForm;
}

/** The writer's own page behind the private link. Opening it changes nothing: mail scanners follow links. */
@ApiExcludeController()
@Controller(VERSIONS.map((version) => `${version}/letters/:token`))
export class MyLetterController {
  constructor(
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly privateLetters: PrivateLetterService,
    private readonly letters: LettersService,
    private readonly replies: RepliesService,
    private readonly forwardings: ForwardingService,
    private readonly forms: MyLetterFormsService,
  ) {}

  @Get()
  @Access('public')
  async show(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('done') done?: unknown,
  ): Promise<void> {
    const letter = await this.privateLetters.find(token, 'letter');
    await this.#send(request, reply, letter, token, {
      done: typeof done === 'string' && ACTS.includes(done) ? (done as MyLetterAct) : undefined,
    });
  }

  @Post('supplement')
  @Access('public')
  supplement(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.#take('supplement', token, request, reply);
  }

  @Post('details')
  @Access('public')
  details(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.#take('details', token, request, reply);
  }

  @Post('withdrawal')
  @Access('public')
  withdraw(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.#take('withdrawal', token, request, reply);
  }

  async #take(act: MyLetterAct, token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const language = languageOf(request);
    const arrived = await this.forms.read(request);
    const letter = await this.privateLetters.find(token, 'letter').catch((error: unknown) => {
      if (error instanceof Problem) throw error;
      throw new Problem({
        status: 503,
        code: 'unavailable',
        retryAfter: 60,
        kept: <Typed values={shownValues(arrived.fields)} />,
      });
    });
    const outcome = await this.forms.take(act, letter, arrived, request.ip, language);
    if ('done' in outcome) {
      const location = `${paths.letter(language, token)}?done=${act}`;
      await asPrivate(reply).status(303).header('location', location).send();
      return;
    }
    if (outcome.retryAfter !== undefined) reply.header('retry-after', String(outcome.retryAfter));
    reply.status(outcome.status);
    await this.#send(request, reply, letter, token, { form: outcome.form });
  }

  async #send(
    request: FastifyRequest,
    reply: FastifyReply,
    letter: LetterView,
    token: string,
    shown: Shown,
  ): Promise<void> {
    const secret = secretKey(this.environment);
    const open = await this.letters.whole(letter, 'citizen');
    const page = (
      <MyLetterPage
        {...shown}
        language={languageOf(request)}
        profile={this.profile}
        open={open}
        replies={await this.replies.delivered(letter.id)}
        forwardings={await this.forwardings.delivered(letter.id)}
        dueOn={this.privateLetters.dueOn((open.together ?? open).letter)}
        token={token}
        formToken={issueFormToken(secret, myLetterFormName(letter))}
        tokenOf={(file) => attachmentToken(secret, file)}
        path={paths.letter('sr-Cyrl', token)}
      />
    );
    await asPrivate(reply).send(renderPage(page));
  }
}

/** What was typed, on an error page that has no form. */
const Typed = ({ values }: { values: Record<string, string> }) => (
  <>
    {Object.values(values).map((value) => (
      <p>{value}</p>
    ))}
  </>
);
