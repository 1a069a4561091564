import { htmlToText } from '../../../../src/letters/inbound/reading/html-to-text.js';

test('paragraphs, lists, quotations and links keep their sense; what is not for readers goes', () => {
  const html = `<html><head><style>p{}</style><title>x</title></head><body>
    <p>Поштовани   <b>председниче</b>,</p><div>ред&nbsp;један<br>ред два</div>
    <ul><li>прво</li><li>друго</li></ul>
    <p><a href="https://example.org/a">овде</a> и <a href="https://example.org/">example.org</a>
    <a href="javascript:alert(1)">не</a></p>
    <blockquote>раније <blockquote>давно</blockquote></blockquote>
    <pre>  x
y</pre><script>alert(1)</script><img src="http://x/track.gif"><img alt="грб"></body></html>`;
  expect(htmlToText(html)).toBe(
    [
      'Поштовани председниче,\n\nред један\nред два\n\n- прво\n- друго\n',
      'овде <https://example.org/a> и example.org не\n',
      '> раније\n\n> > давно\n\n  x\ny\n\n[грб]',
    ].join('\n'),
  );
});

test('broken and hostile HTML ends', () => {
  expect(htmlToText('<p>a<p>b<b>c</i></blockquote></pre>d')).toBe('a\n\nbcd');
  expect(htmlToText('<div>'.repeat(20_000) + 'дно')).toBe('дно');
  expect(htmlToText(`<a href="x"`.repeat(10_000))).toBe('');
});
