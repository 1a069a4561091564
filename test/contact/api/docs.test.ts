import { startApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('the page shows every operation, field and answer of the OpenAPI document', async () => {
  const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { responses: object }>>;
    components: { schemas: Record<string, { properties: object; required?: string[] }> };
  };
  const page = await fetch(`${app.url}/api/docs`);
  const html = await page.text();
  expect(page.status).toBe(200);
  const letters = document.paths['/api/v1/letters']!.post!;
  expect(Object.keys(letters.responses)).toEqual(['201', '400', '413', '415', '422', '429', '503']);
  expect(document.components.schemas.SubmissionDto!.required!.sort()).toEqual([
    'address',
    'message',
    'municipality',
    'name',
    'surname',
  ]);
  for (const [path, methods] of Object.entries(document.paths))
    for (const method of Object.keys(methods))
      expect(html).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
  for (const schema of Object.values(document.components.schemas))
    for (const field of Object.keys(schema.properties)) expect(html).toContain(`<code>${field}</code>`);
  for (const path of Object.keys(document.paths)) expect(path).toMatch(/^\/api\/v1\//);
});
