/** Words inside Markdown of our own that mean nothing but themselves. */
export const plainWords = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** A Markdown body of our own without its marks, for an e-mail's plain text. */
export const withoutMarks = (body: string): string =>
  body.replaceAll('**', '').replace(/\\([\\`*_[\]<>#|~])/g, '$1');
