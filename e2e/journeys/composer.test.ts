import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterText } from '../../server/test/mail/letters.ts';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { setUp, ticketBySubject, type Desk, type MessageRow, type Page } from '../otklik/desk.ts';
import { openScreen, type Screen, type ScreenOptions } from '../otklik/screen.ts';
import { sendLetter } from '../otklik/send-letter.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';
import { words } from '../otklik/words.ts';

const say = words.ru;
let browser: Browser;
let otklik: Otklik;
let desk: Desk;

async function letterCame(subject: string) {
  const from = `client${Math.round(performance.now())}@there.test`;
  const type = { 'Content-Type': 'text/plain; charset=utf-8' };
  const raw = letterText(
    `l${performance.now()}`,
    { From: `Client <${from}>`, Subject: subject, ...type },
    subject,
  );
  expect((await sendLetter(otklik.smtpPort, raw, { from })).reply).toMatch(/^250/);
  return waitUntil(`the ticket ${subject}`, () => ticketBySubject(desk, subject));
}

async function open(name: string, more: Partial<ScreenOptions> = {}): Promise<Screen> {
  return openScreen(browser, {
    url: otklik.url,
    locale: 'ru',
    name: `composer-${name}`,
    cookie: desk.cookie,
    ...more,
  });
}

const field = (page: Tab) => page.getByRole('textbox', { name: say.tickets.composer.reply });
const rich = (page: Tab) => page.locator('.ProseMirror');
const htmlOf = (page: Tab) => rich(page).evaluate((element) => element.innerHTML);

type Kind = { type: string; name?: string; text?: string; html?: string };

/** As the browser does when somebody pastes: a file of one red pixel, or words. */
const paste = (page: Tab, { type, name = 'screen.png', text, html }: Kind) =>
  page.evaluate(
    ({ kind, file, plain, page: markup }) => {
      const transfer = new DataTransfer();
      if (plain !== undefined || markup !== undefined) {
        transfer.setData('text/plain', plain ?? '');
        transfer.setData('text/html', markup ?? '');
      } else {
        const png =
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
        const bytes = Uint8Array.from(atob(png), (sign) => sign.codePointAt(0) ?? 0);
        transfer.items.add(new File([bytes], file, { type: kind }));
      }
      const event = new ClipboardEvent('paste', {
        clipboardData: transfer,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
    },
    { kind: type, file: name, plain: text, page: html },
  );

describe.runIf(findChromium() !== null)('writing an answer', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    otklik = await startOtklik();
    desk = await setUp(otklik, 'ru');
  });
  afterAll(async () => {
    await browser?.close();
    await endEverything();
  });

  test('begins before the rich field is there, and goes on in it at the same place', async () => {
    const ticket = await letterCame('Рано');
    const screen = await open('early');
    const { page } = screen;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/assets\/rich-text-.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/tickets/${ticket.number}`);
    await field(page).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Здравствуйте!');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('до конца');
    for (let n = 0; n < 'конца'.length; n += 1) {
      await page.keyboard.press('ArrowLeft');
    }
    expect(await rich(page).count()).toBe(0);
    release();
    await rich(page).waitFor();
    await page.keyboard.type('самого ');
    expect(await rich(page).innerText()).toBe('Здравствуйте!\n\nдо самого конца');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  test('by keys: bold, a list, a quotation, code, a link, and back again', async () => {
    const ticket = await letterCame('Ключи');
    const screen = await open('keys');
    const { page } = screen;
    await page.goto(`/tickets/${ticket.number}`);
    await rich(page).waitFor();
    await page.keyboard.press('r');
    const type = (text: string) => page.keyboard.type(text);
    const press = (key: string) => page.keyboard.press(key);
    await press('Control+b');
    await type('важно');
    await press('Control+b');
    await press('Enter');
    await type('- раз');
    await press('Enter');
    await type('два');
    await press('Enter');
    await press('Enter');
    await type('> цитата');
    await press('Enter');
    await press('Enter');
    await type('сайт');
    await press('Shift+Home');
    await press('Control+k');
    await page.getByLabel(say.tickets.composer.linkAddress).fill('example.org');
    await press('Enter');
    await waitUntil('the link', async () => (await htmlOf(page)).includes('href'));
    const html = await htmlOf(page);
    expect(html).toContain('<strong>важно</strong>');
    expect(html).toMatch(/<ul.*<li.*раз.*<li.*два.*<\/ul>.*<blockquote.*цитата.*<\/blockquote>/);
    expect(html).toContain('href="https://example.org"');
    expect.soft(await screen.seen('formed')).toEqual([]);
    await press('Control+z');
    expect(await htmlOf(page)).not.toContain('href');
    await press('Control+Enter');
    const article = page.getByRole('article').last();
    await article.locator('iframe').waitFor();
    const letter = page.frameLocator('article iframe').last();
    await letter.locator('strong', { hasText: 'важно' }).waitFor();
    await letter.locator('blockquote').waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  test('a pasted picture stands in the text, another file beside it, and a page leaves its traps behind', async () => {
    const ticket = await letterCame('Картинка');
    const screen = await open('picture', { dark: true });
    const { page } = screen;
    await page.goto(`/tickets/${ticket.number}`);
    await rich(page).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Смотрите: ');
    await paste(page, { type: 'image/png' });
    await rich(page).locator('img[src^="/api/v1/files/"]').waitFor();
    await paste(page, { type: 'application/pdf', name: 'счёт.pdf' });
    await page.getByRole('list', { name: say.tickets.attachments }).getByText('счёт.pdf').waitFor();
    const trap =
      '<p class="promo">С <b>сайта</b><img src="https://evil.test/x.png"><script>1</script></p>';
    await page.keyboard.press('End');
    await paste(page, { type: 'text/html', text: 'С сайта', html: trap });
    const html = await htmlOf(page);
    expect(html).toContain('<strong>сайта</strong>');
    expect(html).not.toMatch(/promo|evil|script/);
    expect.soft(await screen.seen('pasted')).toEqual([]);
    await page.keyboard.press('Control+Enter');
    const letter = page.frameLocator('article iframe').last();
    const shown = letter.locator('img');
    await shown.waitFor();
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    await page.getByRole('article').last().getByText('счёт.pdf').waitFor();
    expect.soft(await screen.seen('sent')).toEqual([]);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  test('a sign opens the templates inside of the rich field, and Escape leaves what was typed', async () => {
    await desk.call('POST /templates', {
      name: 'Приветствие',
      text: { ru: { body: 'Добрый день!', html: '<p>Добрый <b>день</b>!</p>' } },
    });
    const ticket = await letterCame('Шаблон');
    const screen = await open('template');
    const { page } = screen;
    await page.goto(`/tickets/${ticket.number}`);
    await rich(page).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('/при');
    await page.getByRole('option', { name: /Приветствие/ }).waitFor();
    await page.keyboard.press('Enter');
    await waitUntil('the template', async () =>
      (await htmlOf(page)).includes('<strong>день</strong>'),
    );
    await page.keyboard.type(' И ещё.');
    expect((await rich(page).innerText()).trim()).toBe('Добрый день! И ещё.');
    await screen.close();
  });

  test('leaves at once when its time to be taken back is over', async () => {
    const ticket = await letterCame('Сразу');
    const { id } = await desk.call<MessageRow>(`POST /tickets/${ticket.id}/messages`, {
      body: 'Готово',
      undoSeconds: 3,
    });
    const due = Date.now() + 3_000;
    await waitUntil('the letter is on its way', async () => {
      const { items } = await desk.call<Page<MessageRow>>(`GET /tickets/${ticket.id}/messages`);
      return items.some((each) => each.id === id && each.delivery?.state !== 'queued');
    });
    expect(Date.now() - due).toBeGreaterThan(-100);
    expect(Date.now() - due).toBeLessThan(1_500);
  });
});
