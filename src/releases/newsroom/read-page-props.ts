import type { ReleaseCorrection } from '../extras.queries.js';
import type { ReleaseContent } from './content.js';
import type { ShellProps } from './desk-shell.js';
import type { ShownLink } from './links-panel.js';
import type { PageProblem } from './write-page-props.js';

export interface ReadPageProps extends ShellProps {
  content: ReleaseContent;
  /** What readers see, where that is something else than `content`. */
  shown: ReleaseContent | undefined;
  corrections: ReleaseCorrection[];
  names: ReadonlyMap<string, string>;
  links: ShownLink[];
  problem?: PageProblem;
}
