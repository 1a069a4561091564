import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { derivedDocs } from '../../src/cli/derive-docs.js';
import { projectRoot } from '../../src/config/project-root.js';
import { STATES } from '../../src/letters/letter.states.js';

test.each(Object.entries(derivedDocs()))('docs/%s says what the code says', (file, derived) => {
  expect(readFileSync(join(projectRoot, 'docs', file), 'utf8')).toBe(derived);
});

test('every state stands in the document', () => {
  for (const state of STATES) expect(derivedDocs()['letter-states.md']).toContain(`| \`${state}\` |`);
});
