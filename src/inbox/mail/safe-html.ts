import sanitizeHtml from 'sanitize-html';

/** More HTML than this is not shown; the words of the letter and the raw mail hold the rest. */
const LONGEST_HTML = 300_000;

/** What gives a mail its shape; nothing that loads, runs, leads away or covers. */
const TAGS =
  'p br hr div span b strong i em u s sub sup small big center blockquote pre code ul ol li dl dt dd table thead tbody tfoot tr th td caption h1 h2 h3 h4 h5 h6'.split(
    ' ',
  );

/** A mail's HTML without scripts, styles, pictures and links: pictures leave their words, links where they would lead. */
export const safeHtml = (html: string): string =>
  sanitizeHtml(html.slice(0, LONGEST_HTML), {
    allowedTags: TAGS,
    allowedAttributes: {
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start'],
      u: ['title'],
    },
    // What these hold is no text for readers either.
    nonTextTags: ['head', 'style', 'script', 'textarea', 'option', 'noscript', 'title'],
    nestingLimit: 100,
    transformTags: {
      img: (_tag, { alt = '' }) => ({
        tagName: 'span',
        attribs: {},
        text: alt.trim() === '' ? '' : `[${alt.trim()}]`,
      }),
      a: (_tag, { href = '' }) => ({ tagName: 'u', attribs: { title: href.slice(0, 300) } }),
    },
  });

/** A whole page for the sandboxed frame; one that is too long begins by saying so, in the reader's words. */
export const safeDocument = (html: string, language: string, tooLong: string): string => {
  const told = html.length > LONGEST_HTML ? `<p><strong>${tooLong}</strong></p><hr>` : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light"><title>.</title></head><body>${told}${safeHtml(html)}</body></html>`;
};
