import { RELEASE_STATES, type ReleaseMove, STATES_OF_RELEASE } from './release.states.js';

/** docs/release-states.md, as the table of states says it. */
export function releaseStatesDocument(): string {
  return `# States of a release

Derived from \`src/releases/release.states.ts\`; change it there. A test fails while this page says otherwise.

| state | means | officers read | readers see it |
|---|---|---|---|
${STATES_OF_RELEASE.map((state) => {
  const { means, name, isPublic } = RELEASE_STATES[state];
  return `| \`${state}\` | ${means} | ${name.sr} / ${name.en} | ${isPublic ? 'yes' : 'no'} |`;
}).join('\n')}

A release begins as \`draft\`; one that is imported begins as \`published\`. While a correction is written and read by a
second officer, the release stays as it is for readers.

| from | to | when | who may | second officer | reason |
|---|---|---|---|---|---|
${STATES_OF_RELEASE.flatMap((state) => moveRows(state, RELEASE_STATES[state].leadsTo)).join('\n')}
`;
}

function moveRows(from: string, moves: readonly ReleaseMove[]): string[] {
  if (moves.length === 0) return [`| \`${from}\` | (end) | | | | |`];
  return moves.map(
    ({ to, when, by, second, reason }) =>
      `| \`${from}\` | \`${to}\` | ${when} | ${by.join(', ')} | ${second ? 'needed' : ''} | ${reason ? 'needed' : ''} |`,
  );
}
