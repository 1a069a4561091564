import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of OpenAPI 3 as our document uses and the page shows. */
interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  description?: string;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
}
type Content = Record<string, { schema?: Schema }>;
interface RawOperation {
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: { description?: string; content: Content };
  responses: Record<string, { description?: string; content?: Content }>;
}

export interface ShownField {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
}

export interface Operation {
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: ShownField[];
  body: { types: string[]; schema: string | undefined; description: string } | undefined;
  answers: { status: string; description: string; schema: string | undefined }[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation, in the document's order. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const raw = (item as Record<string, unknown>)[method] as RawOperation | undefined;
      return raw === undefined ? [] : [operation(method, path, raw)];
    }),
  );
}

function operation(method: string, path: string, raw: RawOperation): Operation {
  const body = raw.requestBody;
  return {
    method: method.toUpperCase(),
    path,
    summary: raw.summary ?? '',
    description: raw.description ?? '',
    parameters: (raw.parameters ?? []).map(({ name, in: place, required, description, schema }) => ({
      name,
      type: [place === 'header' ? 'header' : undefined, typeOf(schema)].filter(Boolean).join(', '),
      isRequired: required ?? false,
      description: description ?? '',
    })),
    body: body && {
      types: Object.keys(body.content),
      schema: schemaOf(body.content),
      description: body.description ?? '',
    },
    answers: Object.entries(raw.responses).map(([status, answer]) => ({
      status,
      description: answer.description ?? '',
      schema: answer.content && schemaOf(answer.content),
    })),
  };
}

/** Every schema with its fields. */
export function schemasOf(document: OpenAPIObject): { name: string; fields: ShownField[] }[] {
  return Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>).map(
    ([name, schema]) => ({
      name,
      fields: Object.entries(schema.properties ?? {}).map(([field, type]) => ({
        name: field,
        type: typeOf(type),
        isRequired: schema.required?.includes(field) ?? false,
        description: type.description ?? '',
      })),
    }),
  );
}

function schemaOf(content: Content): string | undefined {
  const schema = Object.values(content)[0]?.schema;
  return referred(schema) ?? referred(schema?.items);
}

const referred = (schema: Schema | undefined) =>
  (schema?.$ref ?? schema?.allOf?.[0]?.$ref)?.split('/').at(-1);

/** "string, 1–100 characters", "email | post | phone". */
function typeOf(schema: Schema | undefined): string {
  if (schema === undefined) return '';
  const name = referred(schema);
  if (name !== undefined) return name;
  if (schema.enum)
    return (
      schema.enum.join(' | ') + (schema.default === undefined ? '' : `, default ${String(schema.default)}`)
    );
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  const parts = [schema.format ?? schema.type];
  if (schema.maxLength !== undefined) parts.push(`${schema.minLength ?? 0}–${schema.maxLength} characters`);
  if (schema.maximum !== undefined) parts.push(`${schema.minimum ?? 0}–${schema.maximum}`);
  if (schema.default !== undefined) parts.push(`default ${String(schema.default)}`);
  return parts.filter(Boolean).join(', ');
}
