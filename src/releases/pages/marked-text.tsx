/** A text in parts, some of which a search has found. */
export type Marked = readonly { text: string; isFound: boolean }[];

export const MarkedText = ({ parts }: { parts: Marked }) => (
  <>{parts.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}</>
);
