import { LETTER_STATES, STATES, type StateOfLetter } from './letter.states.js';

/** docs/letter-states.md, as the table of states says it. */
export function letterStatesDocument(): string {
  return `# States of a letter

Derived from \`src/letters/letter.states.ts\`; change it there. A test fails while this page says otherwise.

| state | means | officers read | the citizen reads |
|---|---|---|---|
${STATES.map((state) => stateRow(state, LETTER_STATES[state])).join('\n')}

A letter begins as \`received\`, or as \`details_needed\` when contact details are missing. Open letters, to which the
office still owes work: ${STATES.filter((state) => LETTER_STATES[state].open)
    .map((state) => `\`${state}\``)
    .join(', ')}.

| from | to | when | who may | reason |
|---|---|---|---|---|
${STATES.flatMap((state) => moveRows(state, LETTER_STATES[state])).join('\n')}
`;
}

function stateRow(state: string, { means, officer, citizen }: StateOfLetter): string {
  return `| \`${state}\` | ${means} | ${officer.sr} / ${officer.en} | ${citizen.sr} / ${citizen.en} |`;
}

function moveRows(from: string, { leadsTo }: StateOfLetter): string[] {
  if (leadsTo.length === 0) return [`| \`${from}\` | (end) | | | |`];
  return leadsTo.map(
    ({ to, when, by, reason }) =>
      `| \`${from}\` | \`${to}\` | ${when} | ${by.join(', ')} | ${reason ? 'needed' : ''} |`,
  );
}
