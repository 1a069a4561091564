import type { IncomingHttpHeaders } from 'node:http';
import type { ComponentChildren } from 'preact';
import { OfficePage } from '../web/office-page.js';
import { InboxHead } from './inbox-head.js';
import type { Ui } from './ui.js';

/** The parts of the inbox that change or come alone; each is a frame of the page by this name. */
const FRAMES = ['list', 'letter', 'narrowing', 'hits'] as const;
export type FrameName = (typeof FRAMES)[number];

/** The frame that the page's script asks for; without one, the whole page. */
export const frameOf = (headers: IncomingHttpHeaders): FrameName | undefined =>
  FRAMES.find((name) => name === headers['turbo-frame']);

/** Whether a browser fetches ahead of a display (the header of the Fetch standard, and the one scripts may set). */
export const isFetchedAhead = (headers: IncomingHttpHeaders): boolean =>
  [headers['sec-purpose'], headers['x-sec-purpose']].some((purpose) =>
    purpose?.toString().startsWith('prefetch'),
  );

/** A part of the page that is swapped alone. Links in it lead to whole pages unless they say otherwise. */
export const Frame = ({
  name,
  src,
  children,
}: {
  name: FrameName;
  /** Where it comes from as soon as it is seen; until then it shows its children. */
  src?: string;
  children: ComponentChildren;
}) => (
  <turbo-frame id={name} target="_top" src={src} loading={src && 'lazy'}>
    {children}
  </turbo-frame>
);

/** The answer to a request for one frame: the page's head, and no more of its body than the frame. */
export const FramePage = ({
  ui,
  title,
  children,
}: {
  ui: Ui;
  title: string;
  children: ComponentChildren;
}) => (
  <OfficePage account={ui.account} language={ui.language} title={title} head={<InboxHead ui={ui} />} frame>
    {children}
  </OfficePage>
);

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Preact's own way to make an element known.
  namespace JSX {
    interface IntrinsicElements {
      'turbo-frame': {
        id: string;
        target?: string;
        src?: string;
        loading?: string;
        children?: ComponentChildren;
      };
    }
  }
}
