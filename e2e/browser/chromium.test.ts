import { expect, test } from 'vitest';
import { findChromium, launchBrowser } from './chromium.ts';

test.runIf(findChromium() !== null)('the installed browser starts and draws Cyrillic', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<p id="a">Обращение</p>');
    expect(await page.textContent('#a')).toBe('Обращение');
    const widths = await page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d');
      return ['Ш', 'і'].map((letter) => context?.measureText(letter).width);
    });
    // Without a font every letter is the same replacement box.
    expect(widths[0]).not.toBe(widths[1]);
  } finally {
    await browser.close();
  }
});
