import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Where the picture of each step goes. */
const shotsDir = process.env['OTKLIK_E2E_SHOTS'] ?? join(tmpdir(), 'otklik-e2e-shots');

export type Finding = { readonly id: string; readonly where: readonly string[] };

export type Screen = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of: uncaught errors, refused loads, errors in its log. */
  readonly complaints: string[];
  /** Takes a picture for whoever looks. @returns what axe finds wrong */
  seen(step: string): Promise<Finding[]>;
  /** Pixels by which the page is wider than the window. */
  overhang(): Promise<number>;
  close(): Promise<void>;
};

export type ScreenOptions = {
  readonly url: string;
  readonly locale: 'ru' | 'en';
  /** Begins the names of the pictures. */
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** `name=value`, as the API gave it. */
  readonly cookie?: string;
};

/** One person's browser. */
export async function openScreen(browser: Browser, options: ScreenOptions): Promise<Screen> {
  const { url, locale, name, width = 1440, height = 900, dark = false, cookie } = options;
  const context = await browser.newContext({
    baseURL: url,
    locale: locale === 'ru' ? 'ru-RU' : 'en-GB',
    timezoneId: 'Europe/Moscow',
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (cookie !== undefined) {
    const [cookieName = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name: cookieName, value, url }]);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = listenTo(page);
  let shots = 0;
  return {
    page,
    context,
    complaints,
    async seen(step) {
      shots += 1;
      await mkdir(shotsDir, { recursive: true });
      const number = String(shots).padStart(2, '0');
      await page.screenshot({ path: join(shotsDir, `${name}-${number}-${step}.png`) });
      return findingsOf(page);
    },
    overhang: () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    close: () => context.close(),
  };
}

function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Chromium logs every answer of 400 and above; refusals are part of the product.
    const isRefusal = message.text().includes('the server responded with a status of');
    if (message.type() === 'error' && !isRefusal) {
      complaints.push(message.text());
    }
  });
  return complaints;
}

/** What axe finds wrong, by all its rules or by these. */
export async function findingsOf(page: Page, rules?: string[]): Promise<Finding[]> {
  // Letters are their senders' own work, and nothing may run in their frames, axe neither.
  const axe = new AxeBuilder({ page }).exclude('iframe');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
  }));
}
