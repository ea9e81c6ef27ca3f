import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { setUp, type Desk, type TicketRow } from '../otklik/desk.ts';
import { letterCame } from '../otklik/letter-came.ts';
import { openScreen, type Screen } from '../otklik/screen.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';
import { words } from '../otklik/words.ts';

const say = words.ru;
const from = 'rita@there.test';

type Shown = { title: string; body: string };
type Stage = { hidden: boolean; shown: Shown[]; asked: number; tones: number };
declare global {
  var stage: Stage;
}

let browser: Browser;
let otklik: Otklik;
let desk: Desk;
let ticket: TicketRow;

/** A window whose place before the eyes, notifications and sound are ours to see; the rest is the browser's own. */
async function open(name: string): Promise<Screen> {
  const screen = await openScreen(browser, {
    url: otklik.url,
    locale: 'ru',
    name,
    cookie: desk.cookie,
  });
  await screen.page.addInitScript(() => {
    const stage: Stage = { hidden: false, shown: [], asked: 0, tones: 0 };
    globalThis.stage = stage;
    Object.defineProperty(document, 'hidden', { get: () => stage.hidden });
    globalThis.Notification = class extends EventTarget {
      static permission = localStorage.getItem('allowed') ?? 'default';
      static requestPermission() {
        stage.asked += 1;
        localStorage.setItem('allowed', 'granted');
        this.permission = 'granted';
        return Promise.resolve('granted');
      }
      constructor(title: string, { body }: { body: string }) {
        super();
        stage.shown.push({ title, body });
      }
      close() {}
    } as unknown as typeof Notification;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function counted(at) {
      stage.tones += 1;
      start.call(this, at);
    };
  });
  return screen;
}

const looksAway = ({ page }: Screen, hidden: boolean) =>
  page.evaluate((to) => {
    globalThis.stage.hidden = to;
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
const stageOf = ({ page }: Screen) => page.evaluate(() => globalThis.stage);
const answers = (text: string) =>
  letterCame({ otklik, desk }, { subject: 'Касса', text, from, answerTo: 'till' });

describe.runIf(findChromium() !== null)('an agent who is away', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    otklik = await startOtklik();
    desk = await setUp(otklik, 'ru');
    ticket = await letterCame(
      { otklik, desk },
      { id: 'till', subject: 'Касса', text: 'Не печатает.', from },
    );
  });
  afterAll(async () => {
    await browser?.close();
    await endEverything();
  });

  test('without a network goes on writing; the text is on the server when the network is back', async () => {
    const screen = await open('offline');
    const { page, context } = screen;
    await page.goto(`/tickets/${ticket.number}?view=open`);
    await page.getByRole('article').getByText('Не печатает.').first().waitFor();
    await page.locator('[contenteditable=true]').waitFor();
    await context.setOffline(true);
    await page.getByText(say.app.offline).waitFor({ timeout: 3_000 });
    expect.soft(await screen.seen('no-connection')).toEqual([]);
    await page.keyboard.press('r');
    await page.keyboard.type('Написано без сети');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: say.tickets.composer.kept }).waitFor();
    await page.waitForTimeout(3_000);
    await page.getByText(say.app.offline).waitFor();
    await page.keyboard.type(', и дальше.');
    const drafts = () =>
      desk.call<{ items: { body: string }[] }>(`GET /tickets/${ticket.id}/drafts`);
    expect((await drafts()).items).toEqual([]);
    await context.setOffline(false);
    await waitUntil('the text is on the server', async () =>
      (await drafts()).items.some(({ body }) => body.includes('Написано без сети, и дальше.')),
    );
    await page.getByText(say.app.offline).waitFor({ state: 'hidden', timeout: 10_000 });
    // What came meanwhile is on the screen too.
    await answers('А сейчас?');
    await page.getByRole('article').getByText('А сейчас?').first().waitFor({ timeout: 10_000 });
    await page.reload();
    await page.getByText('Написано без сети, и дальше.').first().waitFor();
    expect(screen.complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual(
      [],
    );
    await screen.close();
  });

  test('is called by the browser and a sound only after switching that on, only when not looking, never for own acts', async () => {
    const screen = await open('called');
    const { page } = screen;
    await page.goto('/settings/profile');
    await page.getByRole('switch', { name: say.settings.attention.notify }).waitFor();
    expect(await stageOf(screen)).toMatchObject({ asked: 0 });
    await looksAway(screen, true);
    const me = (await desk.call<{ user: { id: string } }>('GET /session')).user.id;
    await desk.call(`PATCH /tickets/${ticket.id}`, { assigneeId: me });
    await answers('Не включено.');
    await page.waitForTimeout(1_500);
    expect(await stageOf(screen)).toMatchObject({ asked: 0, shown: [], tones: 0 });

    await looksAway(screen, false);
    await page.getByRole('switch', { name: say.settings.attention.notify }).click();
    await page.getByRole('switch', { name: say.settings.attention.sound }).click();
    expect(await stageOf(screen)).toMatchObject({ asked: 1 });
    await answers('На виду.');
    await page.waitForTimeout(1_500);
    expect(await stageOf(screen)).toMatchObject({ shown: [], tones: 0 });

    await looksAway(screen, true);
    await desk.call(`POST /tickets/${ticket.id}/messages`, {
      body: 'Сам себе',
      visibility: 'internal',
    });
    await answers('Теперь позовите.');
    await expect.poll(async () => (await stageOf(screen)).shown.length).toBe(1);
    const { shown, tones } = await stageOf(screen);
    expect(shown[0]?.title).toBe(`#${ticket.number} Касса`);
    expect(shown[0]?.body).toContain('Теперь позовите.');
    expect(tones).toBe(2);
    expect.soft(await screen.seen('profile')).toEqual([]);
    await screen.close();
  });

  test('sees in the name of the tab how much waits for them', async () => {
    const screen = await open('title');
    const { page } = screen;
    await page.goto('/people');
    await expect.poll(() => page.title(), { timeout: 10_000 }).toBe('(1) Otklik');
    const second = await letterCame({ otklik, desk }, { subject: 'Вторая', text: 'Ещё.', from });
    const me = (await desk.call<{ user: { id: string } }>('GET /session')).user.id;
    await desk.call(`PATCH /tickets/${second.id}`, { assigneeId: me });
    await expect.poll(() => page.title(), { timeout: 5_000 }).toBe('(2) Otklik');
    for (const { id } of [ticket, second]) {
      await desk.call(`POST /tickets/${id}/messages`, { body: 'Готово.', visibility: 'public' });
    }
    await expect.poll(() => page.title(), { timeout: 5_000 }).toBe('Otklik');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
