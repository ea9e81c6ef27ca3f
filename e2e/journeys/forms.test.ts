import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { administrator } from '../otklik/desk.ts';
import { startOtherSite, type OtherSite } from '../otklik/other-site.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';

let browser: Browser;
let otklik: Otklik;
const sites: OtherSite[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  otklik = await startOtklik({
    env: {
      OTKLIK_SETUP_WORKSPACE: 'Roof & Sons',
      OTKLIK_SETUP_EMAIL: administrator.email,
      OTKLIK_SETUP_PASSWORD: administrator.password,
      OTKLIK_SETUP_LOCALE: 'en',
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(sites.map((site) => site.close()));
  await otklik?.stop();
  await endEverything();
});

async function openPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  return context.newPage();
}

async function openSite(attributes: string): Promise<Page> {
  const site = await startOtherSite({ otklik: otklik.url, attributes });
  sites.push(site);
  const page = await openPage();
  await page.goto(site.url);
  return page;
}

/** `part`: of what stands in the shadow root. */
async function axeFinds(page: Page, part?: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part === undefined ? 'main' : { fromShadowDom: ['otklik-form', part] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

async function fillIn(page: Page, text: string): Promise<void> {
  await page.getByLabel('E-mail').fill('rita@visitor.test');
  await page.getByLabel('Subject').fill('Roof');
  await page.getByLabel('Message').fill(text);
  // Nobody fills in a form faster than this.
  await page.waitForTimeout(2_100);
}

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();

describe.runIf(findChromium() !== null)('a visitor', () => {
  test('without JavaScript sends the form on its own page, mends what was wrong, and gets a number', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${otklik.url}/forms/support`);
    await page.getByRole('heading', { name: 'Write to us' }).waitFor();
    await fillIn(page, 'It leaks');
    await page.getByLabel('Subject').fill('');
    await send(page);
    await page.getByText('Fill in this field').waitFor();
    expect(await page.getByLabel('Message').inputValue()).toBe('It leaks');
    await page.getByLabel('Subject').fill('Roof');
    await page.getByLabel('Files').setInputFiles({
      name: 'roof.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('a picture of it'),
    });
    await send(page);
    await page.getByText(/Its number is \d+/).waitFor();
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('finds the page readable, %s', async (colorScheme) => {
    for (const width of [360, 1280]) {
      const page = await openPage({ colorScheme, viewport: { width, height: 900 } });
      await page.goto(`${otklik.url}/forms/support?lang=ru`);
      expect(await axeFinds(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });

  test('finds the button on a site that is hostile to it, and everything goes by keyboard', async () => {
    const page = await openSite('data-form="support"');
    const opener = page.getByRole('button', { name: 'Write to us' });
    await opener.waitFor();
    const look = await opener.evaluate((button) => {
      const { fontSize, letterSpacing, position, textTransform } = getComputedStyle(button);
      return { fontSize, letterSpacing, position, textTransform, width: button.clientWidth };
    });
    expect(look).toMatchObject({
      fontSize: '16px',
      letterSpacing: 'normal',
      position: 'fixed',
      textTransform: 'none',
    });
    expect(look.width).toBeGreaterThan(80);
    expect(await axeFinds(page, 'button')).toEqual([]);
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await axeFinds(page, 'dialog')).toEqual([]);

    const inDialog = () =>
      page.evaluate(() => {
        const root = document.querySelector('otklik-form')?.shadowRoot;
        return (
          document.activeElement === document.body ||
          root?.activeElement?.closest('dialog') !== null
        );
      });
    for (let turn = 0; turn < 15; turn += 1) {
      await page.keyboard.press('Tab');
      expect(await inDialog()).toBe(true);
    }
    await page.getByLabel('Message').fill('Half written');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    expect(await page.getByLabel('Message').inputValue()).toBe('Half written');

    await fillIn(page, 'From the shop');
    await page.getByLabel('Message').press('Tab');
    await send(page);
    await page.getByText(/Its number is \d+/).waitFor();
    await page.context().close();
  });

  test('without a connection loses nothing: it goes when the connection is back', async () => {
    const page = await openSite('data-form="support" data-inline');
    await page.getByLabel('Message').waitFor();
    await fillIn(page, 'Typed in a tunnel');
    await page.context().setOffline(true);
    await send(page);
    await page.getByText('No connection').waitFor();
    expect(await page.getByLabel('Message').inputValue()).toBe('Typed in a tunnel');
    await page.context().setOffline(false);
    await page.getByText(/Its number is \d+/).waitFor();
    await page.context().close();
  });

  test('sees nothing of a form that is not there, and the site stays whole', async () => {
    const page = await openSite('data-form="nowhere" data-inline');
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    await page.waitForTimeout(1_000);
    expect(await page.getByRole('heading', { name: 'Shop' }).isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('an agent', () => {
  test('finds what was sent among the tickets', async () => {
    const from = await fetch(`${otklik.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: administrator.email, password: administrator.password }),
    });
    const cookie = from.headers.get('set-cookie')?.split(';')[0] ?? '';
    const tickets = await fetch(`${otklik.url}/api/v1/tickets`, { headers: { cookie } });
    const { items } = (await tickets.json()) as { items: { preview: string; subject: string }[] };
    expect(items.map(({ preview }) => preview).join('\n')).toContain('Typed in a tunnel');
  });
});
