// `npm run docs`: writes the pages of docs/ that are derived from the code. A test fails while one is stale.
import { writeFileSync } from 'node:fs';
import { derivedDocs } from '../dist/src/cli/derive-docs.js';

for (const [file, text] of Object.entries(derivedDocs()))
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), text);
