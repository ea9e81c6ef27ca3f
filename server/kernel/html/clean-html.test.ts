import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml, maxHtmlLength } from './clean-html.ts';

const clean = (html: string): string => cleanHtml(html).html;

const proxied = (src: string): string => `/proxy?u=${encodeURIComponent(src)}')`;

function timed(html: string): { readonly html: string; readonly durationMs: number } {
  const start = performance.now();
  const result = cleanHtml(html).html;
  return { html: result, durationMs: performance.now() - start };
}

describe('what an honest letter keeps', () => {
  test('words, tables, colours and fonts look as they were sent', () => {
    const html =
      '<table width="100%" cellpadding="0" style="border-collapse:collapse"><tbody><tr><td bgcolor="#eeeeee" style="padding:4px 8px;font-family:\'Segoe UI\',Arial;color:#333">Счёт № <b>42</b></td></tr></tbody></table>';
    expect(clean(html)).toBe(html);
  });

  test('the background of the body stays with its text', () => {
    expect(clean('<body bgcolor="black" style="color:white">тёмное</body>')).toBe(
      '<div bgcolor="black" style="color:white">тёмное</div>',
    );
  });

  test('a link opens apart and tells the other side nothing about us', () => {
    expect(clean('<a href="https://example.com/?a=1&b=2" onclick="x()">да</a>')).toBe(
      '<a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">да</a>',
    );
    expect(clean('<a href="//example.com/x">x</a>')).toContain('href="https://example.com/x"');
    expect(clean('<a href="www.example.com">x</a>')).toContain('href="http://www.example.com/"');
    expect(clean('<a href="mailto:a@example.com">x</a>')).toContain('href="mailto:a@example.com"');
    expect(clean('<a href="tel:+7495">x</a>')).toContain('href="tel:+7495"');
  });

  test('a table of contents still leads to its chapters, by ids of our own', () => {
    expect(clean('<a href="#one">1</a><a name="one"></a><h2 id="two">2</h2>')).toBe(
      '<a href="#mail-one">1</a><a id="mail-one"></a><h2 id="mail-two">2</h2>',
    );
  });

  test('marks of quotations stay for those who fold them; other classes do not borrow our looks', () => {
    expect(clean('<div class="gmail_quote mantine-Modal-overlay">x</div>')).toBe(
      '<div class="gmail_quote">x</div>',
    );
  });

  test("Word's list indents and its own elements leave readable text", () => {
    expect(
      clean(
        '<p style="margin-left:36pt;text-indent:-18pt;mso-list:l0 level1">x<o:p>&nbsp;</o:p></p>',
      ),
    ).toBe('<p style="margin-left:36pt;text-indent:-18pt">x\u00a0</p>');
  });

  test('the preview is the first words on one line', () => {
    const { textPreview } = cleanHtml(
      '<style>p{}</style><title>нет</title><p>Здрав<b>ствуйте</b> &amp; привет,</p><p>вторая   строка</p>',
    );
    expect(textPreview).toBe('Здравствуйте & привет, вторая строка');
    expect(cleanHtml(`<p>${'слово '.repeat(200)}</p>`).textPreview).toHaveLength(240);
    expect(cleanHtml(`<p>e${'\u0301'.repeat(300)}</p>`).textPreview).toBe(`e${'\u0301'.repeat(4)}`);
  });
});

describe('pictures', () => {
  const remote = 'https://pixel.example/a.png?x=1&y=2';

  test('on the net are blocked and counted until asked for', () => {
    const { html, blockedImages } = cleanHtml(
      `<img src="${remote}" alt="a"><img srcset="//cdn.example/b.png 2x"><td background="http://h.example/c"></td><p style="background:red url('http://h.example/d')">x</p>`,
    );
    expect(blockedImages).toBe(4);
    expect(html).toContain('data-remote-src="https://pixel.example/a.png?x=1&amp;y=2"');
    expect(html).toContain('data-remote-src="https://cdn.example/b.png"');
    expect(html).toContain('data-remote-background="http://h.example/c"');
    expect(html).toContain('style="background:red" data-remote-background="http://h.example/d"');
    expect(html).not.toMatch(/ (?:src|srcset|background)=/);
    expect(html).not.toContain('url(');
  });

  test('are shown through the address that the caller gives', () => {
    const { html, blockedImages } = cleanHtml(
      `<img src="${remote}"><p style="background:url(${remote})">x</p>`,
      { imageUrl: proxied },
    );
    expect(blockedImages).toBe(0);
    expect(html).toContain(
      '<img src="/proxy?u=https%3A%2F%2Fpixel.example%2Fa.png%3Fx%3D1%26y%3D2\')"',
    );
    expect(html).toContain('background-image:url(&quot;/proxy?u=https%3A%2F%2Fpixel');
    expect(html).toContain('%27%29&quot;)');
  });

  test('inside the letter are found by Content-ID, coded or not, and by Content-Location', () => {
    const contentIds = new Map([
      ['image001.png@01D0', '/files/1'],
      ['logo.gif', '/files/2'],
    ]);
    const { html, blockedImages } = cleanHtml(
      '<img src="cid:image001.png@01D0"><img src="CID:image001.png%4001D0"><img src="logo.gif"><img src="cid:gone" alt="нет">',
      { contentIds },
    );
    expect(html).toBe(
      '<img src="/files/1" /><img src="/files/1" /><img src="/files/2" /><img alt="нет" />',
    );
    expect(blockedImages).toBe(0);
  });

  test('of ours, and blocked ones, are the same when a cleaned letter is quoted and cleaned again', () => {
    const once = cleanHtml(
      '<img src="cid:a"><img src="http://h.example/b"><p background="//h.example/c">x</p>',
      {
        contentIds: new Map([['a', '/files/1']]),
      },
    );
    const again = cleanHtml(once.html, { isOurs: (src) => src.startsWith('/files/') });
    expect(again).toEqual(once);
    expect(cleanHtml(once.html, { imageUrl: (src) => src }).html).toContain(
      '<img src="http://h.example/b" />',
    );
    expect(clean('<img src="/files/1">')).toBe('<img />');
  });

  test('written into the markup stay, unless they are documents in disguise', () => {
    expect(clean('<img src="data:image/png;base64,AAAA">')).toContain(
      'src="data:image/png;base64,AAAA"',
    );
    expect(clean('<img src="data:image/svg+xml;base64,AAAA">')).toBe('<img />');
    expect(clean('<img src="data:text/html,<script>alert(1)</script>">')).toBe('<img />');
    expect(clean('<a href="data:text/html,x">x</a>')).toBe('<a>x</a>');
  });
});

describe('what never comes through', () => {
  test.each([
    ['<script>alert(1)</script>после', 'после'],
    ['<img src=x onerror=alert(1)>', '<img />'],
    ['<a href="java\nscript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="&#1;javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="vbscript:x">x</a>', '<a>x</a>'],
    [
      '<a href="https://bank.example@evil.example/">x</a>',
      '<a href="https://evil.example/" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    ],
    ['<svg><style><img src=x onerror=alert(1)></style></svg>после', 'после'],
    ['<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></math>', ''],
    ['<form action="https://evil.example"><input name=a><button>Войти</button></form>', 'Войти'],
    [
      '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="//evil.example">x',
      'x',
    ],
    ['<style>@import url(//evil.example)</style><link rel=stylesheet href=//evil.example>x', 'x'],
    ['<!--[if mso]><v:rect>x</v:rect><![endif]-->y<![CDATA[z]]>', 'y'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', ''],
    ['<textarea><img title="</textarea><img src=x onerror=alert(1)>">', '<img />"&gt;'],
    ['<p id="getElementById" name="body" class="x">x</p>', '<p id="mail-getElementById">x</p>'],
  ])('%s', (html, expected) => {
    expect(clean(html).replaceAll('"&gt;', '&quot;&gt;')).toBe(
      expected.replaceAll('"&gt;', '&quot;&gt;'),
    );
  });

  test.each([
    'position:fixed;top:0',
    'background:url(javascript:alert(1))',
    'width:expression(alert(1))',
    'behavior:url(x.htc)',
    '-moz-binding:url(x)',
    'color:red}body{display:none',
    'background:u\\72l(//evil.example)',
    'background:ur/**/l(//evil.example)',
    'background-image:image-set("//evil.example/a" 1x)',
    'color:var(--x)',
    'margin-left:-500px',
    'margin:0 -9999em',
    'text-indent:-9999px',
    'width:99999px',
    'width:calc(1px*(1px))',
    'list-style:url(//evil.example)',
    'font-family:"a',
    'z-index:9999',
    'transform:scale(99)',
    'animation:x 1s',
    'display:contents',
    'opacity:0',
    'unicode-bidi:bidi-override',
    '@import "//evil.example"',
    'content:"x"',
    'cursor:url(//evil.example),auto',
  ])('style %s', (style) => {
    expect(clean(`<p style='${style}'>x</p>`)).toMatch(
      /^<p(?: style="background:")?( data-remote-background="[^"]*")?>x<\/p>$/,
    );
  });

  test('characters that make a link read backwards, or a database refuse the letter', () => {
    const { html, textPreview } = cleanHtml(
      '<a href="https://evil.example/">\u202emoc.knab\u202c&#x202e;</a>\u0000\ud800<b title="\u202e&#x202e;x">\u2066i</b>',
    );
    expect(html).toContain('>moc.knab</a>\ufffd<b title="x">i</b>');
    expect(textPreview).toBe('moc.knab\ufffdi');
  });
});

describe('hostile sizes', () => {
  test('20,000 nested elements come out at a depth that a browser takes, with their text', () => {
    const { html, durationMs } = timed(
      `${'<div>'.repeat(20_000)}глубоко${'</div>'.repeat(20_000)}`,
    );
    expect(durationMs).toBeLessThan(1000);
    expect(html).toContain('глубоко');
    expect(html.match(/<div>/g)?.length).toBeLessThan(300);
  });

  test.each([
    ['elements never closed', '<b>'.repeat(800_000) + '</i>'.repeat(400_000)],
    ['opening brackets', '<'.repeat(1_000_000)],
    ['half comments', '<!--'.repeat(1_000_000)],
    ['attributes', `<a ${'b=1 '.repeat(1_000_000)}>`],
    ['addresses of comments', `<a href="http://x/${'<!---->'.repeat(1000)}">x</a>`.repeat(300)],
    ['styles of half comments', `<p style="${'/*'.repeat(4000)}">`.repeat(300)],
    ['styles of half addresses', `<p style="${'background:url('.repeat(500)}">`.repeat(300)],
    ['closing paragraphs', '</p>'.repeat(500_000)],
    ['frames in frames', '<iframe>'.repeat(300_000)],
    ['raw text never closed', '<noscript></b><textarea>'.repeat(200_000)],
    ['candidates', `<img srcset="${', '.repeat(2000)}">`.repeat(300)],
  ])('megabytes of %s take no more than a few seconds', (_name, html) => {
    expect(timed(html).durationMs).toBeLessThan(5000);
  });

  test('a body beyond the limit is cut and says so', () => {
    expect(cleanHtml('a'.repeat(maxHtmlLength + 1)).truncated).toBe(true);
    expect(cleanHtml('a').truncated).toBe(false);
  });
});

test('whatever comes in, only allowed elements and quoted attributes come out, and cleaning a quotation again settles', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '=',
    '/',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<p',
    '<a href=',
    '<img src=',
    'x onerror=alert(1)',
    '<svg>',
    '</svg>',
    '<math>',
    '<style>',
    '</style>',
    '<table>',
    '<td>',
    '</p>',
    '<script>',
    '</script>',
    '<noscript>',
    ' style="',
    'color:red',
    'url(',
    ')',
    ';',
    '\\',
    '/*',
    '&lt;',
    '&#0;',
    '&quot;',
    '\u0000',
    '\ud800',
    'javascript:',
    'текст ',
  );
  const tag = /<\/?[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"<>]*")?)*(?: \/)?>/g;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const once = clean(pieces.join(''));
      expect(once.replaceAll(tag, '')).not.toMatch(/[<>]/);
      expect(once).not.toMatch(/<(?:script|style|svg|math|iframe)|<[^>]* on\w+=/);
      // Elements that stood between may be gone the first time; after that it is settled.
      const twice = clean(once);
      expect(clean(twice)).toBe(twice);
    }),
    { numRuns: 2000 },
  );
});
