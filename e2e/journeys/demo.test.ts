import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterText } from '../../server/test/mail/letters.ts';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { setUp, signIn, ticketBySubject, type Desk, type Page } from '../otklik/desk.ts';
import { openScreen, type Screen } from '../otklik/screen.ts';
import { sendLetter } from '../otklik/send-letter.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';
import { words } from '../otklik/words.ts';

const say = words.en;
/** On a machine that does nothing else a third of it. */
const loadWithinMs = 180_000;

let browser: Browser;
let otklik: Otklik;
let desk: Desk;
let screen: Screen;

type View = { readonly key: string | null; readonly count: number };
type Demo = { readonly state: string };

const counts = async () => {
  const { items } = await desk.call<Page<View>>('GET /views');
  return Object.fromEntries(items.map(({ key, count }) => [key, count]));
};
const demoIs = (state: string) =>
  waitUntil(
    `the demo company is ${state}`,
    async () => (await desk.call<Demo>('GET /demo')).state === state,
    { withinMs: loadWithinMs, everyMs: 300 },
  );

describe.runIf(findChromium() !== null)('the demo company in a browser', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    otklik = await startOtklik();
    desk = await setUp(otklik, 'en');
    const { cookie } = desk;
    screen = await openScreen(browser, { url: otklik.url, locale: 'en', name: 'demo', cookie });
  });
  afterAll(async () => {
    await screen?.close();
    await browser?.close();
    await endEverything();
  });

  test('is loaded from the first steps, while a real letter comes in', async () => {
    const { page } = screen;
    await page.goto('/welcome');
    await page.getByRole('button', { name: say.firstRun.demo.load }).click();
    await page.getByRole('progressbar').first().waitFor();
    expect.soft(await screen.seen('loading')).toEqual([]);
    const type = { 'Content-Type': 'text/plain; charset=utf-8' };
    const raw = letterText('real', { Subject: 'A real one', ...type }, 'Please help.');
    expect((await sendLetter(otklik.smtpPort, raw)).reply).toMatch(/^250/);
    await waitUntil('the real ticket', () => ticketBySubject(desk, 'A real one'), {
      withinMs: 60_000,
    });
    await demoIs('ready');
    const look = page.getByRole('link', { name: say.firstRun.demo.look });
    await look.waitFor({ timeout: 30_000 });
    expect.soft(await screen.seen('loaded')).toEqual([]);
    await look.click();
  }, 240_000);

  test('fills views, people and conversations', async () => {
    const { page } = screen;
    const numbers = await counts();
    expect(numbers['open']).toBeGreaterThan(20);
    expect(numbers['solved']).toBeGreaterThan(1800);
    const open = page.getByRole('link', { name: new RegExp(`^${say.tickets.view.open}`) });
    await expect
      .poll(() => open.first().innerText(), { timeout: 15_000 })
      .toContain(String(numbers['open']));
    await page.getByText(say.guide.demo.here).waitFor();
    await page.getByRole('list', { name: say.tickets.list }).getByRole('link').nth(1).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect.soft(await screen.seen('ticket')).toEqual([]);
    expect((await desk.call<Page<unknown>>('GET /people?limit=200')).items).toHaveLength(200);
  });

  test('a tour leads through the settings, by keys, and is remembered', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: say.app.helpMenu.title }).click();
    await page.getByRole('menuitem', { name: say.app.helpMenu.tour }).click();
    const card = page.getByRole('region', { name: say.guide.tour.name });
    await card.getByText(say.guide.tour.administrator.channels.title).waitFor();
    await page.waitForURL(/settings\/channels/);
    // The page behind the card comes a moment later.
    await expect.poll(() => screen.seen('tour'), { timeout: 20_000, interval: 500 }).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await card.getByText(say.guide.tour.administrator.users.title).waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    // The card does not wait for its place to be kept.
    await expect
      .poll(async () => (await desk.call<{ tours: unknown }>('GET /guide')).tours)
      .toEqual([{ tour: 'administrator', state: 'left', step: 1 }]);
  });

  test('goes with one click and leaves the real ticket, and nothing else', async () => {
    const { page } = screen;
    await page.goto('/tickets?view=open');
    await page.getByRole('button', { name: say.guide.demo.remove }).click();
    const dialog = page.getByRole('dialog');
    expect.soft(await screen.seen('remove')).toEqual([]);
    await dialog.getByRole('button', { name: say.guide.demo.remove }).click();
    await demoIs('absent');
    await page.getByText(say.guide.demo.here).waitFor({ state: 'detached' });
    await expect
      .poll(() => page.getByRole('list', { name: say.tickets.list }).getByRole('link').count(), {
        timeout: 20_000,
      })
      .toBe(1);
    await page.getByText('A real one').first().waitFor();
    expect.soft(await screen.seen('removed')).toEqual([]);
    expect(await counts()).toMatchObject({ open: 1, solved: 0, spam: 0, snoozed: 0 });
    expect((await desk.call<Page<unknown>>('GET /people')).items).toHaveLength(1);
    expect((await desk.call<Page<unknown>>('GET /users')).items).toHaveLength(1);
    expect((await desk.call<Page<unknown>>('GET /teams')).items).toEqual([]);
    expect(screen.complaints).toEqual([]);
  }, 120_000);

  test('OTKLIK_DEMO loads it at the start, once: who has removed it does not get it again', async () => {
    await otklik.stop();
    const { dataDir } = otklik;
    otklik = await startOtklik({ dataDir, env: { OTKLIK_DEMO: '1' } });
    desk = await signIn(otklik);
    expect((await desk.call<Demo>('GET /demo')).state).toBe('absent');
  }, 120_000);
});
