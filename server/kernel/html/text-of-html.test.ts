import { describe, expect, it } from 'vitest';
import { htmlOfText } from '../../modules/channels/email/letter/html-of-text.ts';
import { textOfHtml } from './text-of-html.ts';

describe('the text of an HTML body', () => {
  it('is what a reader sees', () => {
    const html =
      '<html><head><title>no</title><style>p{}</style></head><body><p>Здравствуйте,&nbsp;Анна &amp; Иван!</p>' +
      '<script>alert("<p>no</p>")</script><div>Заказ<br>№&#160;5</div><table><tr><td>a</td><td>b</td></tr></table></body>';
    expect(textOfHtml(html)).toBe('Здравствуйте, Анна & Иван!\n\nЗаказ\n№ 5\n\na b');
  });

  it('is bounded', () => {
    expect(textOfHtml(`<p>${'слово '.repeat(100_000)}</p>`, 100)).toHaveLength(100);
  });

  it('is found in time under 200,000 elements that nobody closes', () => {
    const startedMs = performance.now();
    expect(textOfHtml(`${'<div><b>'.repeat(100_000)}deep`)).toBe('deep');
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });

  it('survives what is no HTML', () => {
    expect(textOfHtml('a < b <<<> </ <!-- <p')).toContain('a < b');
  });

  it('and back is escaped', () => {
    expect(htmlOfText('<script>&')).toContain('&lt;script&gt;&amp;');
  });
});
