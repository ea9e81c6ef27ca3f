import { expect, test } from 'vitest';
import { cleanHtml } from './clean-html.ts';
import { textToHtml } from './text-to-html.ts';

const inner = (text: string): string =>
  textToHtml(text).slice('<div style="white-space:pre-wrap">'.length, -'</div>'.length);
const rel = 'target="_blank" rel="noopener noreferrer nofollow"';

test('text stays text', () => {
  expect(inner('a < b && "c"\r\n  d')).toBe('a &lt; b &amp;&amp; &quot;c&quot;\n  d');
  expect(inner('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(inner('a\u0000b\u202ec\ud800')).toBe('abc\ufffd');
});

test('addresses become links without the marks of their sentence', () => {
  expect(inner('см. https://example.com/a?b=1&c=2.')).toBe(
    `см. <a href="https://example.com/a?b=1&amp;c=2" ${rel}>https://example.com/a?b=1&amp;c=2</a>.`,
  );
  expect(inner('(www.example.com),')).toBe(
    `(<a href="http://www.example.com/" ${rel}>www.example.com</a>),`,
  );
  expect(inner('https://ru.example/Foo_(bar)')).toContain('>https://ru.example/Foo_(bar)</a>');
  expect(inner('<ivan@example.com>')).toBe(
    `&lt;<a href="mailto:ivan@example.com" ${rel}>ivan@example.com</a>&gt;`,
  );
});

test('what only looks like an address does not', () => {
  for (const text of [
    'javascript:alert(1)',
    'a@b',
    '@@@',
    'www.',
    'file.txt',
    '12.05.2026',
    'http://',
  ]) {
    expect(inner(text)).not.toContain('<a ');
  }
  expect(inner('https://x.example/"onmouseover=alert(1)')).not.toContain('"onmouseover');
});

test('a page of text survives the cleaner unchanged', () => {
  const html = textToHtml('Привет,\n\nhttps://example.com/ и a@example.com');
  expect(cleanHtml(html).html).toBe(html);
});

test('megabytes of one word are no trouble', () => {
  const start = performance.now();
  textToHtml('a@'.repeat(1_000_000));
  textToHtml(`${'.'.repeat(1999)}\n`.repeat(1000));
  textToHtml(`http://${'a.'.repeat(990)}@ `.repeat(500));
  expect(performance.now() - start).toBeLessThan(3000);
});
