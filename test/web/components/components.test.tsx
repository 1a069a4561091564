import type { VNode } from 'preact';
import { renderPart } from '../../../src/web/render.js';
import { type Fixture, fixturesOf, normalised } from './govuk-fixtures.js';
import { expressed, LEFT_OUT } from './govuk-options.js';

const COMPONENTS = Object.keys(expressed);

test.each(COMPONENTS)('%s is drawn as govuk-frontend draws it', (component) => {
  const compared = fixturesOf(component).filter(
    (fixture) => reasonToLeaveOut(component, fixture) === undefined,
  );
  expect(compared.length).toBeGreaterThan(0);
  for (const fixture of compared) {
    const drawn: VNode = expressed[component]!(fixture.options as never);
    expect({
      fixture: fixture.name,
      html: withoutOwnWords(component, normalised(renderPart(drawn))),
    }).toEqual({
      fixture: fixture.name,
      html: withoutOwnWords(component, normalised(fixture.html)),
    });
  }
});

test('every fixture left out has a reason, and every reason leaves something out', () => {
  const used = new Set(
    COMPONENTS.flatMap((component) => fixturesOf(component).map((f) => reasonToLeaveOut(component, f))),
  );
  expect(Object.keys(LEFT_OUT).filter((reason) => !used.has(reason))).toEqual([]);
});

/** The first rule that an example's options meet, or undefined when our props can say the same. */
function reasonToLeaveOut(component: string, fixture: Fixture): string | undefined {
  const options = JSON.stringify(fixture.options);
  return Object.entries(LEFT_OUT).find(([, rule]) => rule(options, component, fixture.name))?.[0];
}

/** The character count's sentences and the box that its sticky line needs are our own; the rest is compared. */
function withoutOwnWords(component: string, lines: string[]): string[] {
  if (component !== 'character-count') return lines;
  const kept = lines
    .map((line) => line.replace(/ data-i18n\.[^=]+=.*?(?= data-|$)/g, ''))
    .filter((_, index) => !lines[index - 1]?.includes('govuk-character-count__message'));
  const box = kept.indexOf('<div class=writing');
  return box === -1 ? kept : kept.filter((_, index) => index !== box && index !== kept.length - 1);
}
