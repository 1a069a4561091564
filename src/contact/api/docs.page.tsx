import type { OpenAPIObject } from '@nestjs/swagger';
import type { OfficeProfile } from '../../config/office-profile.js';
import { Intro } from '../../web/components/intro.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import { operationsOf, type Operation, schemasOf } from './open-api-reading.js';

interface ApiDocsPageProps {
  document: OpenAPIObject;
  profile: OfficeProfile;
}

/** English only, as the API's own words are. */
export function ApiDocsPage({ document, profile }: ApiDocsPageProps) {
  return (
    <PublicPage language="en" profile={profile} path="/" title="API" noindex>
      <Intro title="API" lead={document.info.description ?? document.info.title}>
        <p>
          The same as OpenAPI {document.openapi}: <a href={paths.openapi}>{paths.openapi}</a>. Errors are{' '}
          <code>application/problem+json</code> (RFC 9457).
        </p>
      </Intro>
      {operationsOf(document).map((operation, index) => (
        <Section id={`operation-${index}`} title={<code>{`${operation.method} ${operation.path}`}</code>}>
          <OperationText operation={operation} />
        </Section>
      ))}
      {schemasOf(document).map((schema) => (
        <Section id={`schema-${schema.name}`} title={schema.name}>
          <Fields fields={schema.fields} />
        </Section>
      ))}
    </PublicPage>
  );
}

function OperationText({ operation }: { operation: Operation }) {
  return (
    <>
      <p>
        <strong>{operation.summary}.</strong> {operation.description}
      </p>
      {operation.parameters.length > 0 && (
        <>
          <h3>Parameters</h3>
          <Fields fields={operation.parameters} />
        </>
      )}
      {operation.body !== undefined && (
        <>
          <h3>Body</h3>
          <p>
            <code>{operation.body.types.join(', ')}</code>: <SchemaName name={operation.body.schema} />.{' '}
            {operation.body.description}
          </p>
        </>
      )}
      <h3>Answers</h3>
      <dl>
        {operation.answers.map((answer) => (
          <>
            <dt>
              <strong>{answer.status}</strong> <SchemaName name={answer.schema} />
            </dt>
            <dd>{answer.description}</dd>
          </>
        ))}
      </dl>
    </>
  );
}

/** A name of a schema leads to its section; anything else is only a word. */
const SchemaName = ({ name }: { name: string | undefined }) =>
  name === undefined ? null : <a href={`#schema-${name}`}>{name}</a>;

const Fields = ({
  fields,
}: {
  fields: { name: string; type: string; isRequired: boolean; description: string }[];
}) => (
  <dl>
    {fields.map((field) => (
      <>
        <dt>
          <code>{field.name}</code>{' '}
          <span class="small">{`${field.type}${field.isRequired ? ', required' : ''}`}</span>
        </dt>
        <dd>{field.description}</dd>
      </>
    ))}
  </dl>
);
