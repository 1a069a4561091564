import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { Problem } from '../../web/problem.js';

export interface FieldError {
  field: string;
  /** Key of the message in the action's texts. */
  code: string;
  /** The limit that was exceeded, where the message names one. */
  limit?: number;
}

/**
 * Reads a posted form into its DTO. What was entered comes back beside the errors, so that nothing is lost; a field
 * that the form does not have, or that is not one text, can only come from a program and is refused outright.
 */
export async function readForm<T extends object>(
  type: new () => T,
  body: unknown,
): Promise<{ form: T; values: Record<string, string>; errors: FieldError[] }> {
  const { _csrf: _, ...fields } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  for (const [name, value] of Object.entries(fields))
    if (typeof value !== 'string') throw refused(`The field ${name.slice(0, 50)} must be one text.`);
  const form = plainToInstance(type, fields);
  const problems = await validate(form, { whitelist: true, forbidNonWhitelisted: true });
  const stranger = problems.find(({ constraints }) => constraints && 'whitelistValidation' in constraints);
  if (stranger) throw refused(`The form has no field ${stranger.property.slice(0, 50)}.`);
  return { form, values: fields as Record<string, string>, errors: problems.map(asFieldError) };
}

function asFieldError({ property, constraints = {}, contexts = {} }: ValidationError): FieldError {
  // An absent text breaks every rule at once; that it is absent says it best.
  const broken =
    ['isString', 'isNotEmpty'].find((rule) => rule in constraints) ?? Object.keys(constraints)[0];
  const context = (broken === undefined ? undefined : contexts[broken]) as
    { code: string; limit?: number } | undefined;
  return { field: property, code: context?.code ?? 'unknownField', limit: context?.limit };
}

const refused = (detail: string) => new Problem({ status: 400, code: 'bad-request', detail });
