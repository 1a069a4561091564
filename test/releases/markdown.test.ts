import { markdownToHtml, markdownToText } from '../../src/releases/markdown.js';

const origin = 'https://pismo.example';
const html = (source: string, options = {}) => markdownToHtml(source, { origin, ...options });

test('ordinary Markdown becomes ordinary HTML, with headings below the page’s h1', () => {
  expect(html('# Прво\n\nРеч *важна* и **јака**.\n\n## Друго\n\n###### Шесто')).toBe(
    '<h2>Прво</h2>\n<p>Реч <em>важна</em> и <strong>јака</strong>.</p>\n<h3>Друго</h3>\n<h6>Шесто</h6>\n',
  );
  expect(html('Наслов\n===')).toBe('<h2>Наслов</h2>\n');
  expect(html('## Прво\n\n#### Треће')).toBe('<h2>Прво</h2>\n<h4>Треће</h4>\n');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  'а <b onclick="x()">б</b>',
  '![x](https://else.example/x.png)',
  '![x](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](java\\script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x]( javascript:alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](vbscript:x)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:image/png;base64,AAAA)',
  '[x](//else.example)',
  '[x](/\\else.example)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://pismo.example/1)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '[x](/letters "on\\" onclick=alert(1) ")',
  '```"><script>alert(1)</script>\nx\n```',
])('nothing runs or leads astray: %s', (source) => {
  const result = html(source);
  expect(result).not.toMatch(/<(script|img|svg|iframe|b[ >])/i);
  expect(result).not.toMatch(/href="(?!https?:\/\/[^/]|mailto:|tel:|\/[^/\\]|#)/i);
  // Outside the quoted values of attributes no handler stands in any tag.
  for (const [tag] of result.matchAll(/<[a-z][^>]*>/gi))
    expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+/i);
});

test('a link elsewhere is marked, one within the site is not', () => {
  expect(html('[а](https://else.example/p)')).toContain(
    '<a href="https://else.example/p" rel="nofollow noopener">',
  );
  expect(html('[а](https://pismo.example.evil.example/p)')).toContain('rel="nofollow noopener"');
  expect(html('[а](https://pismo.example/contact)')).toContain('<a href="https://pismo.example/contact">');
  expect(html('[а](/contact) [б](#dole) [в](mailto:a@b.example) [г](tel:+38111)')).not.toContain('rel=');
});

test('feeds get links in full', () => {
  expect(html('[а](/contact)', { absolute: true })).toContain('href="https://pismo.example/contact"');
});

test('Latin changes words, never addresses', () => {
  expect(html('Љубав [поље](https://пример.срб/поље "Шала") `код`', { latin: true })).toBe(
    '<p>Ljubav <a href="https://xn--e1afmkfd.xn--90a3ac/%D0%BF%D0%BE%D1%99%D0%B5" title="Šala" rel="nofollow noopener">polje</a> <code>код</code></p>\n',
  );
});

test('plain words keep paragraphs apart and marks out', () => {
  expect(markdownToText('# Наслов\n\nПрви *ред*\nи [веза](/x).\n\n- ставка\n\n```\nкод\n```')).toBe(
    'Наслов\nПрви ред и веза.\nставка\nкод',
  );
});
