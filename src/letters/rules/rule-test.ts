import {
  MOST_DECISIONS,
  MOST_DIFFERENCES,
  type RuleOutcome,
  type RuleTest,
  SAMPLES,
  type TestedLetter,
} from './rule.js';

/** Compares what a rule says with what officers decided. `seen` is how many letters each sample held. */
export function compareWithOfficers(
  says: RuleOutcome & { unit: string },
  letters: readonly TestedLetter[],
  seen: readonly number[],
): RuleTest {
  const agrees = ({ category, unit, urgency }: TestedLetter) =>
    category === says.category && unit === says.unit && (says.urgency ?? urgency) === urgency;
  const samples = SAMPLES.map((newest, index) => {
    const matched = letters.filter(({ place }) => place <= newest);
    const decided = matched.filter(({ isDecided }) => isDecided);
    const agreed = decided.filter(agrees).length;
    return {
      newest,
      seen: seen[index]!,
      matched: matched.length,
      agreed,
      differed: decided.length - agreed,
      undecided: matched.length - decided.length,
    };
  });
  const differing = letters.filter((letter) => letter.isDecided && !agrees(letter));
  return {
    samples,
    decisions: decisionsOf(differing),
    differences: differing
      .slice(0, MOST_DIFFERENCES)
      .map(({ reference, category, unit, urgency }) => ({ reference, category, unit, urgency })),
  };
}

function decisionsOf(letters: readonly TestedLetter[]): RuleTest['decisions'] {
  const counted = new Map<string, RuleTest['decisions'][number]>();
  for (const { category, unit, urgency } of letters) {
    const key = JSON.stringify([category, unit, urgency]);
    const decision = counted.get(key) ?? { category: category!, unit, urgency, count: 0 };
    counted.set(key, { ...decision, count: decision.count + 1 });
  }
  return [...counted.values()].sort((one, other) => other.count - one.count).slice(0, MOST_DECISIONS);
}
