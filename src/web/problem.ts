import { STATUS_CODES } from 'node:http';
import type { ComponentChildren } from 'preact';

export interface ProblemOptions {
  /** HTTP status. */
  status: number;
  /** Stable kebab-case name for programs, for example `submission-key-reused`; ends the problem's `type`. */
  code: string;
  /** Short summary, the same for every problem of this code; the status's own words unless told. */
  title?: string;
  /** What happened this time, and what to do. Pages show it in place of the usual sentence, so write it for them. */
  detail?: string;
  /** Further members of the problem document, for example `errors: [{ field, code, message }]`. */
  extra?: Record<string, unknown>;
  /** What a citizen typed, shown on the error page so that no word is lost; never part of the document or a log. */
  kept?: ComponentChildren;
  /** Seconds after which trying again makes sense (`Retry-After`). */
  retryAfter?: number;
}

/**
 * A refusal that the caller should understand: `application/problem+json` (RFC 9457) for programs, an error
 * page for people. Anything else that is thrown is a fault of ours and answers 500 or 503.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly extra: Record<string, unknown>;
  readonly kept: ComponentChildren | undefined;
  readonly retryAfter: number | undefined;

  constructor(options: ProblemOptions) {
    super(options.detail ?? options.title ?? options.code);
    this.name = 'Problem';
    this.status = options.status;
    this.code = options.code;
    this.title = options.title ?? STATUS_CODES[options.status] ?? 'Error';
    this.detail = options.detail;
    this.extra = options.extra ?? {};
    this.kept = options.kept;
    this.retryAfter = options.retryAfter;
  }
}

/** Foreign and absent look alike: both are this. */
export const notFound = (detail?: string) => new Problem({ status: 404, code: 'not-found', detail });
