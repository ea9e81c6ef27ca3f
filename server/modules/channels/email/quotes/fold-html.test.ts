import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../../../kernel/html/text-of-html.ts';
import { foldHtml } from './fold-html.ts';
import { foldQuotes } from './fold-quotes.ts';

const answer = '<div>Спасибо, всё работает!</div>';
const old = '<div>Здравствуйте!</div><div>Мы получили вашу заявку.</div>';

describe('below an answer the old letter is folded, whatever program wrote it', () => {
  it.each([
    [
      'Gmail',
      `${answer}<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">вт, 12 мар. 2024 г. в 14:00, Поддержка &lt;<a href="mailto:s@otklik.example">s@otklik.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="border-left:1px solid">${old}</blockquote></div>`,
    ],
    [
      'Thunderbird',
      `${answer}<div class="moz-cite-prefix">12.03.2024 14:00, Поддержка пишет:<br></div><blockquote type="cite" cite="mid:1">${old}</blockquote>`,
    ],
    [
      'Apple Mail',
      `${answer}<div><br><blockquote type="cite"><div>12 марта 2024 г., в 14:00, Поддержка &lt;s@otklik.example&gt; написал(а):</div>${old}</blockquote></div>`,
    ],
    [
      'Outlook on the web',
      `${answer}<hr style="width:98%" tabindex="-1"><div id="divRplyFwdMsg"><b>От:</b> Поддержка<br><b>Отправлено:</b> вторник<br><b>Кому:</b> Иван<br><b>Тема:</b> заявка</div>${old}`,
    ],
    [
      'Outlook',
      `<div class="WordSection1"><p class="MsoNormal">Спасибо, всё работает!</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Support<br><b>Sent:</b> Tuesday<br><b>To:</b> Ivan<br><b>Subject:</b> Request</p></div><p class="MsoNormal">Здравствуйте!<br>Мы получили вашу заявку.</p></div>`,
    ],
    [
      'Yandex',
      `${answer}<div>&nbsp;</div><div>12.03.2024, 14:00, "Поддержка" &lt;s@otklik.example&gt;:</div><blockquote>${old}</blockquote>`,
    ],
    [
      'Mail.ru',
      `${answer}<blockquote style="border-left:1px solid #0857A6;margin:10px">Вторник, 12 марта 2024, 14:00 +03:00 от Поддержка &lt;s@otklik.example&gt;:<br>${old}</blockquote>`,
    ],
    [
      'Yahoo',
      `${answer}<div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Tuesday, March 12, 2024, Support wrote:</div>${old}</div>`,
    ],
    [
      'Roundcube',
      `${answer}<p id="reply-intro">Поддержка писал 2024-03-12 14:00:</p><blockquote type="cite">${old}</blockquote>`,
    ],
  ])('%s', (_, html) => {
    const { visibleHtml, foldedHtml } = foldHtml(html);
    expect(textOfHtml(visibleHtml)).toBe('Спасибо, всё работает!');
    expect(textOfHtml(foldedHtml)).toContain('Мы получили вашу заявку.');
  });
});

/** Letters of both, in one order: the drawn line of an `<hr>` is no letter. */
const letters = (text: string): string =>
  [...textOfHtml(text).replaceAll(/\s/g, '').replaceAll('-', '')].toSorted().join('');

describe('in an HTML body', () => {
  it('the signature is folded by its element', () => {
    const { visibleHtml, foldedHtml } = foldHtml(
      `${answer}<div class="gmail_signature">Иван Петров</div>`,
    );
    expect(textOfHtml(visibleHtml)).toBe('Спасибо, всё работает!');
    expect(textOfHtml(foldedHtml)).toBe('Иван Петров');
  });

  it('an indented block of one’s own stays in sight', () => {
    const html = `<p>Ошибка такая:</p><blockquote>Не удалось открыть кассу</blockquote>`;
    expect(foldHtml(html)).toMatchObject({ visibleHtml: html, foldedHtml: '' });
  });

  it('answers between old words stay in sight with them', () => {
    const html = `<div>12.03.2024, 14:00, Поддержка пишет:</div><blockquote type="cite">Когда?</blockquote><p>В пятницу</p><blockquote type="cite">Где?</blockquote><p>Там же</p>`;
    const visible = textOfHtml(foldHtml(html).visibleHtml);
    for (const words of ['Когда?', 'В пятницу', 'Где?', 'Там же']) {
      expect(visible).toContain(words);
    }
  });

  it('a forwarded letter without a comment stays in sight', () => {
    const html = `<div class="gmail_quote"><div>---------- Forwarded message ---------<br>От: Анна &lt;a@firma.example&gt;<br>Date: вт, 12 мар. 2024<br>Subject: касса<br>To: s@otklik.example</div><br>Не работает касса</div>`;
    expect(textOfHtml(foldHtml(html).visibleHtml)).toContain('Не работает касса');
  });

  it('images of the old letter go with it, images of the answer stay', () => {
    const { visibleHtml, foldedHtml } = foldHtml(
      `${answer}<img src="cid:mine"><blockquote type="cite">${old}<img src="cid:theirs"></blockquote>`,
    );
    expect(visibleHtml).toContain('cid:mine');
    expect(visibleHtml).not.toContain('cid:theirs');
    expect(foldedHtml).toContain('cid:theirs');
  });

  it('both halves are well formed and together hold every word', () => {
    const open = fc.constantFrom(
      '<div>',
      '<p>',
      '<blockquote type="cite">',
      '<blockquote>',
      '<table><tr><td>',
      '<b>',
      '<div class="gmail_quote">',
      '<div class="gmail_signature">',
      '<hr id="stopSpelling">',
      '</div>',
      '</p>',
      '</blockquote>',
      '<br>',
    );
    const words = fc.constantFrom(
      'касса',
      'склад',
      '12.03.2024, 14:00, Анна &lt;a@b.example&gt;:',
      '&amp;',
      '--',
      'From: a',
      'On 1 Jan 2024, a@b.example wrote:',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(open, words), { maxLength: 30 }), (pieces) => {
        const html = pieces.join('');
        const { visibleHtml, foldedHtml } = foldHtml(html);
        expect(letters(`${visibleHtml}<p>${foldedHtml}</p>`)).toBe(letters(html));
      }),
      { numRuns: 400 },
    );
  });

  it('hostile nesting costs time that grows with the size only', () => {
    const startedMs = performance.now();
    for (const html of [
      '<div>'.repeat(20_000),
      '<blockquote>'.repeat(20_000),
      'a<br>'.repeat(30_000),
      '<'.repeat(200_000),
      '&'.repeat(200_000),
      '<table><tr><td>'.repeat(7_000),
    ]) {
      foldHtml(`${html}x`);
    }
    expect(performance.now() - startedMs).toBeLessThan(15_000);
  });
});

describe('a letter with one body only', () => {
  it('has its text read from the HTML', () => {
    const { text, html } = foldQuotes({
      text: null,
      html: `${answer}<blockquote type="cite">${old}</blockquote>`,
    });
    expect(text.visible).toBe('Спасибо, всё работает!');
    expect(text.quoted).toContain('заявку');
    expect(html).not.toBeNull();
  });

  it('has no HTML when it came without', () => {
    expect(foldQuotes({ text: 'Да', html: null })).toEqual({
      text: { visible: 'Да', quoted: '', signature: '' },
      html: null,
    });
    expect(foldQuotes({ text: null, html: null }).text.visible).toBe('');
  });
});
