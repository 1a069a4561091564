import type { FastifyRequest } from 'fastify';
import type { OfficeProfile } from '../../config/office-profile.js';
import type { Language } from '../../script/texts.js';
import type { OfficeAccount } from '../components/office-bar.js';
import { languageOf } from '../languages.js';
import type { Problem } from '../problem.js';
import { renderPage } from '../render.js';
import { ErrorPage } from './error-page.js';
import { OfficeErrorPage } from './office-error-page.js';

/** The staff room puts the account on the request; this room only borrows what the shell shows. */
type MaybeSignedIn = { signedIn?: OfficeAccount & { language: Language } };

/** Answers to programs are documents, answers to people are pages. */
export function drawError(
  problem: Problem,
  request: FastifyRequest,
  profile: OfficeProfile,
  reference?: string,
) {
  if (wantsDocument(request))
    return {
      type: 'application/problem+json; charset=utf-8',
      body: JSON.stringify(document(problem, reference)),
    };
  const shown = { status: problem.status, detail: problem.detail, kept: problem.kept, reference };
  const { signedIn } = request as MaybeSignedIn;
  const page = isOffice(request) ? (
    <OfficeErrorPage {...shown} account={signedIn} language={signedIn?.language ?? 'sr-Cyrl'} />
  ) : (
    <ErrorPage {...shown} profile={profile} language={languageOf(request)} />
  );
  return { type: 'text/html; charset=utf-8', body: renderPage(page) };
}

/** RFC 9457. The type is an address in our own name space that says no more than the code. */
const document = (problem: Problem, reference: string | undefined) => ({
  type: `urn:pismo:problem:${problem.code}`,
  title: problem.title,
  status: problem.status,
  code: problem.code,
  detail: problem.detail,
  reference,
  ...problem.extra,
});

const pathOf = (request: FastifyRequest) => (request.raw.url ?? '/').split('?', 1)[0]!;

function wantsDocument(request: FastifyRequest): boolean {
  if (/^\/api(\/|$)/.test(pathOf(request))) return true;
  const accept = request.headers.accept ?? '';
  return /json/.test(accept) && !accept.includes('text/html');
}

const isOffice = (request: FastifyRequest) =>
  /^\/(inbox|staff|queues|newsroom|reports)(\/|$)/.test(pathOf(request));
