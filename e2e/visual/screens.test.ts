import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { setUp, type Desk } from '../otklik/desk.ts';
import { findingsOf, openScreen, type Screen } from '../otklik/screen.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { words } from '../otklik/words.ts';
import { differenceFrom, fontsAreKnown } from './baselines.ts';
import { furnish, type Furnished } from './furnish.ts';
import { layoutFaults } from './layout-faults.ts';
import { compared, heightOf, outside, screens, widths } from './screens.data.ts';

/** Where the pictures of every screen, width and theme go, for whoever looks; nowhere when it is not said. */
const picturesDir = process.env['OTKLIK_E2E_PICTURES'];
const sections = Object.keys(words.ru.settings.section).map((name) => ({
  name: `settings-${name}`,
  path: `/settings/${name}`,
}));

let browser: Browser;
let otklik: Otklik;
let desk: Desk;
let furnished: Furnished;
/** Reads pictures; nothing of Otklik is in it. */
let scratch: Page;
let areComparable = false;

const placeOf = (path: string) =>
  path.replace(/\{(\w+)\}/, (_, name: keyof Furnished) => furnished[name]);

async function open({ page }: Screen, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: heightOf[1280] });
  await page.goto(placeOf(path));
  await page.locator('main, form, h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy=true]') === null &&
      // The last part of the rail moves the others when it comes.
      (document.querySelector('header nav') === null ||
        document.querySelector('header .tabler-icon-alarm') !== null) &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

/** What a screen asks the server for it gets: one that shows an error in place of its list is not the one to be looked at. */
function minding(screen: Screen): Screen {
  screen.page.on('response', (answer) => {
    if (answer.status() >= 400 && answer.url().includes('/api/')) {
      screen.complaints.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
    }
  });
  return screen;
}

/** Parts that come when there is time for them are there, and kept by the browser for the screens that follow. */
const allHasCome = ({ page }: Screen) =>
  page.waitForFunction(() => {
    const came = performance
      .getEntriesByType('resource')
      .map((each) => each.startTime + each.duration);
    return performance.now() - Math.max(0, ...came) > 2_000;
  });

/** A picture that is the same twice: nothing is on its way any more. */
async function whenStill(page: Page): Promise<Buffer> {
  let last = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  for (let again = 0; again < 10; again += 1) {
    await page.waitForTimeout(150);
    const next = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (next.equals(last)) {
      break;
    }
    last = next;
  }
  return last;
}

/** By day and by night: for whoever looks, and compared with what was found good. */
async function picture({ page }: Screen, name: string, width: number): Promise<void> {
  const isCompared = areComparable && (compared as readonly string[]).includes(name);
  for (const theme of isCompared || picturesDir !== undefined ? (['dark', 'light'] as const) : []) {
    await page.emulateMedia({ colorScheme: theme });
    // Where a long conversation stands after the window was made smaller hangs on the moment.
    await page.evaluate(() =>
      document.querySelectorAll('*').forEach((each) => each.scrollTo(0, 0)),
    );
    await page.waitForTimeout(60);
    const png = await whenStill(page);
    const shot = `${name}-${width}-${theme}`;
    if (picturesDir !== undefined) {
      await writeFile(join(picturesDir, `${shot}.png`), png);
    }
    if (isCompared) {
      expect.soft(await differenceFrom(scratch, shot, png)).toBeNull();
    }
  }
}

/** The window has its new width, and two frames have been drawn in it. */
const settled = ({ page }: Screen, width: number) =>
  page.waitForFunction(
    async (wanted) => {
      for (let frame = 0; frame < 2; frame += 1) {
        await new Promise(requestAnimationFrame);
      }
      return innerWidth === wanted;
    },
    width,
    { polling: 'raf' },
  );

async function look(screen: Screen, name: string): Promise<void> {
  const { page } = screen;
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightOf[width] });
    await settled(screen, width);
    expect.soft(await page.evaluate(layoutFaults), `${name} at ${width}`).toEqual([]);
    await picture(screen, name, width);
  }
  await page.setViewportSize({ width: 1280, height: heightOf[1280] });
  expect.soft(await findingsOf(page), `${name}, light`).toEqual([]);
  // What else axe looks at is the same by day and by night, and colours are the same in every language.
  if (name.endsWith('-ru')) {
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await findingsOf(page, ['color-contrast']), `${name}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
}

describe.runIf(findChromium() !== null).each(['ru', 'en'] as const)(
  'nothing is cut off, lies upon another, or is minded by axe, in %s',
  (locale) => {
    let screen: Screen;
    beforeAll(async () => {
      browser ??= await launchBrowser();
      otklik ??= await startOtklik();
      desk ??= await setUp(otklik, 'ru');
      furnished ??= await furnish(desk);
      await desk.call('PATCH /me', { locale });
      if (picturesDir !== undefined) {
        await mkdir(picturesDir, { recursive: true });
      }
      const { cookie } = desk;
      screen = minding(
        await openScreen(browser, { url: otklik.url, locale, name: 'look', cookie }),
      );
      scratch ??= await browser.newPage();
      await open(screen, '/nowhere');
      await allHasCome(screen);
      areComparable = await fontsAreKnown(screen.page);
    });
    afterAll(async () => {
      await screen?.close();
    });

    test('the letters are those of the kept pictures, else nothing is compared with them', ({
      skip,
    }) => {
      skip(!areComparable, 'this machine has other fonts');
      expect(areComparable).toBe(true);
    });

    test.each([...screens, ...sections])('$name', async ({ name, path }) => {
      await open(screen, path);
      await look(screen, `${name}-${locale}`);
      expect(screen.complaints.splice(0)).toEqual([]);
    });

    test('sign-in and the form, before anybody is signed in', async () => {
      const stranger = await openScreen(browser, { url: otklik.url, locale, name: 'stranger' });
      for (const { name, path } of outside) {
        await open(stranger, path);
        await look(stranger, `${name}-${locale}`);
      }
      expect(stranger.complaints).toEqual([]);
      await stranger.close();
    });
  },
);

afterAll(async () => {
  await browser?.close();
  await endEverything();
});
