import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { Problem } from './problem.js';

export interface FieldError {
  field: string;
  /** Key of the message in the action's texts. */
  code: string;
  /** The limit that was exceeded, where the message names one. */
  limit?: number;
}

/** A form's DTO; `lists` names the fields that may come several times, like boxes that are ticked: codes without spaces. */
export type FormType<T> = (new () => T) & { lists?: readonly string[] };

/** None, one or several values of a field as a list. */
function textsIn(name: string, value: unknown): string[] {
  const texts: unknown[] = value === undefined ? [] : [value].flat();
  if (texts.length > 50 || texts.some((text) => typeof text !== 'string'))
    throw refused(`The field ${name} must be a list of texts.`);
  return texts as string[];
}

/**
 * Reads a posted form into its DTO. What was entered comes back beside the errors, so that nothing is lost; a field
 * that the form does not have, or that is not one text, can only come from a program and is refused outright.
 */
export async function readForm<T extends object>(
  type: FormType<T>,
  body: unknown,
): Promise<{ form: T; values: Record<string, string>; errors: FieldError[] }> {
  const { _csrf: _, ...fields } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  const lists = Object.fromEntries((type.lists ?? []).map((name) => [name, textsIn(name, fields[name])]));
  for (const [name, value] of Object.entries(fields))
    if (typeof value !== 'string' && !(name in lists))
      throw refused(`The field ${name.slice(0, 50)} must be one text.`);
  const form = plainToInstance(type, { ...fields, ...lists });
  const problems = await validate(form, { whitelist: true, forbidNonWhitelisted: true });
  const stranger = problems.find(({ constraints }) => constraints && 'whitelistValidation' in constraints);
  if (stranger) throw refused(`The form has no field ${stranger.property.slice(0, 50)}.`);
  const entered = Object.entries(lists).map(([name, texts]) => [name, texts.join(' ')]);
  const values = { ...(fields as Record<string, string>), ...Object.fromEntries(entered) };
  return { form, values, errors: problems.map(asFieldError) };
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
