import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser/chromium.ts';
import { endEverything, startOtklik, type Otklik } from '../e2e/otklik/start-otklik.ts';
import { startImapServer } from '../server/test/mail/imap-server.ts';
import { startSmtpSink } from '../server/test/mail/smtp-sink.ts';
import { ageTickets } from './pictures/age-tickets.ts';
import { fill, password } from './pictures/fill.ts';
import { smallPng } from './pictures/small-png.ts';
import { english } from './pictures/story.en.data.ts';
import { russian } from './pictures/story.ru.data.ts';
import type { Story } from './pictures/story.ts';

/**
 * Makes docs/pictures: starts Otklik on a folder of its own for each language, plays a made-up story by SMTP and API,
 * and takes pictures of the console as it is. The console has to be built (npm start does it).
 */
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const window = { width: 1280, height: 800 };
const mostBytes = 150_000;
/** A Thursday afternoon in both languages' zones, always the same: pictures change only when the console does. */
const now = new Date('2026-11-19T11:05:00Z');

async function open(browser: Browser, { url }: Otklik, { locale, timeZone }: Story): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: window,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: locale === 'ru' ? 'ru-RU' : 'en-GB',
    timezoneId: timeZone,
  });
  await context.clock.setFixedTime(now);
  return context.newPage();
}

/** `held`: the focus stays where it is, as what is open would close without it. */
async function take(page: Page, name: string, held = false): Promise<void> {
  if (!held) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
  await page.waitForFunction(
    () =>
      (document.querySelector('main')?.textContent ?? '').length > 40 &&
      document.querySelector('[aria-busy=true]') === null,
  );
  // The last of the live changes and of the fonts.
  await page.waitForTimeout(800);
  const picture = smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  process.stdout.write(`${name}.png ${Math.round(picture.length / 1000)} kB\n`);
  if (picture.length > mostBytes) {
    throw new Error(`${name}.png is larger than ${mostBytes / 1000} kB: show less in it`);
  }
  await writeFile(`${folder}${name}.png`, picture);
}

async function firstRun(page: Page, { company, administrator, locale }: Story): Promise<void> {
  await page.goto('/first-run');
  const fields = page.locator('form input:not([type=hidden])');
  await fields.first().fill(company);
  await page.locator('input[type=email]').fill(administrator.email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('input[autocomplete=name]').fill(administrator.name);
  await take(page, `first-run-${locale}`);
}

/** What the pages of the guide tell of, each with something in it; the ticket of the story is open. */
async function guidePictures(page: Page, { url }: Otklik, told: Story): Promise<void> {
  const { locale, begun, sought } = told;
  await page.keyboard.press('r');
  await page.locator('[contenteditable=true]:focus').waitFor();
  await page.keyboard.type(`${begun}/`);
  await page.getByRole('option').first().waitFor();
  await take(page, `answers-${locale}`, true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.goto(
    '/tickets?view=open&priority=high,urgent,normal&columns=requester,assignee,team,priority',
  );
  await page.getByRole('list').last().getByRole('link').first().waitFor();
  await take(page, `views-${locale}`);
  await page.keyboard.press('ControlOrMeta+K');
  await page.locator('input[role=combobox]:focus').waitFor();
  await page.keyboard.type(sought);
  await page
    .getByRole('option', { name: new RegExp(sought, 'i') })
    .first()
    .waitFor();
  await take(page, `search-${locale}`, true);
  await page.goto('/people');
  await page
    .getByRole('main')
    .getByRole('link', { name: told.requests.at(-3)?.name ?? '' })
    .first()
    .click();
  await page.locator('form').first().waitFor();
  await take(page, `people-${locale}`);
  await page.goto(`${url}/forms/support`);
  await take(page, `form-${locale}`);
}

async function story(browser: Browser, told: Story): Promise<void> {
  const passwords = Object.fromEntries(told.mailboxes.map(({ address }) => [address, password]));
  const imap = await startImapServer({ passwords });
  const smtp = await startSmtpSink({ passwords });
  const otklik = await startOtklik({ env: { OTKLIK_LOG_LEVEL: 'warn' } });
  const page = await open(browser, otklik, told);
  try {
    await firstRun(page, told);
    const { administrator, shown } = await fill(otklik, told, {
      imapPort: imap.port,
      smtpPort: smtp.port,
    });
    await ageTickets(await otklik.adminUrl(), told, now);
    const [name = '', value = ''] = administrator.cookie.split('=');
    await page.context().addCookies([{ name, value, url: otklik.url }]);
    await page.goto(`/tickets/${shown}?view=open`);
    await page.locator('a[href^="mailto:"]').first().waitFor();
    await page.locator('[contenteditable=true]').waitFor();
    await take(page, `desk-${told.locale}`);
    await guidePictures(page, otklik, told);
    await page.goto('/settings/channels');
    await take(page, `mailboxes-${told.locale}`);
  } finally {
    await page.context().close();
    await otklik.stop();
    await Promise.all([imap.close(), smtp.close()]);
  }
}

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const told of [english, russian]) {
    await story(browser, told);
  }
} finally {
  await browser.close();
  await endEverything();
}
