import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letterText } from '../../server/test/mail/letters.ts';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { administrator } from '../otklik/desk.ts';
import {
  fieldsOf,
  mailboxAddress as mailbox,
  mailboxPassword as password,
  startMailbox,
  type OutsideMailbox,
} from '../otklik/mailbox.ts';
import { openScreen, type Screen } from '../otklik/screen.ts';
import { sendLetter } from '../otklik/send-letter.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';
import { words } from '../otklik/words.ts';

/** A letter leaves ten seconds after its author has pressed, and the queue looks every ten. */
const held = { withinMs: 45_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await endEverything();
});

describe.runIf(findChromium() !== null).each(['ru', 'en'] as const)(
  'from the first run to a solved ticket, in %s',
  (locale) => {
    const say = words[locale];
    let otklik: Otklik;
    let outside: OutsideMailbox;
    let screen: Screen;

    beforeAll(async () => {
      otklik = await startOtklik();
      outside = await startMailbox();
      screen = await openScreen(browser, { url: otklik.url, locale, name: `first-${locale}` });
    });
    afterAll(async () => {
      await screen?.close();
      await outside?.close();
      await otklik?.stop();
    });

    test('the browser opens the first run in its own language', async () => {
      const { page } = screen;
      await page.goto('/');
      await page.getByRole('heading', { name: say.firstRun.title }).waitFor();
      expect.soft(await screen.seen('first-run')).toEqual([]);
      await page.getByLabel(say.firstRun.companyName, { exact: false }).first().fill('Ромашка');
      await page.getByLabel(say.firstRun.name, { exact: false }).fill(administrator.name);
      await page.getByLabel(say.firstRun.email, { exact: false }).fill(administrator.email);
      await page.locator('input[type=password]').fill(administrator.password);
      await page.getByRole('button', { name: say.firstRun.start }).click();
      await page
        .getByRole('heading', {
          name: say.firstRun.welcome.replace('{{name}}', administrator.name),
        })
        .waitFor();
    });

    test('a letter to the built-in address arrives before one’s eyes', async () => {
      const { page } = screen;
      await page.getByText(say.firstRun.waiting).waitFor();
      expect.soft(await screen.seen('welcome')).toEqual([]);
      const raw = letterText('built-in', { To: 'support@localhost', Subject: 'The very first' });
      expect((await sendLetter(otklik.smtpPort, raw)).reply).toMatch(/^250/);
      await page.getByText('The very first').first().waitFor({ timeout: 5_000 });
      expect.soft(await screen.seen('arrived')).toEqual([]);
      await page.getByRole('link', { name: say.firstRun.openLetter }).click();
      await page.getByRole('heading', { name: 'The very first' }).waitFor();
      expect.soft(await screen.seen('built-in-ticket')).toEqual([]);
    });

    test('a mailbox is connected, and the test says which step failed', async () => {
      const { page } = screen;
      const box = say.mailboxes.channels;
      await page.goto('/welcome');
      await page.getByRole('link', { name: say.firstRun.connectButton }).click();
      await page.getByLabel(box.address).fill(mailbox);
      await page.getByRole('button', { name: box.next }).click();
      await page.getByRole('group', { name: box.imap }).waitFor();
      for (const [group, port] of [
        [box.imap, outside.imap.port],
        [box.smtp, outside.sink.port],
      ] as const) {
        const fields = page.getByRole('group', { name: group });
        await fields.getByLabel(box.host).fill('127.0.0.1');
        await fields.getByLabel(box.port).fill(String(port));
        await fields.getByRole('combobox', { name: box.security }).click();
        await page.getByRole('option', { name: box.securities.none }).click();
        await fields.getByLabel(box.user).fill(mailbox);
      }
      await page.locator('input[type=password]').fill('wrong');
      await page.getByRole('button', { name: box.testAndSave }).click();
      await page.getByText(say.mailboxes.probe.sign_in).waitFor();
      expect.soft(await screen.seen('mailbox-refused')).toEqual([]);
      await page.locator('input[type=password]').fill(password);
      await page.getByRole('button', { name: box.testAndSave }).click();
      await page.getByText(mailbox).first().waitFor();
      await page.getByText(box.state.connected).first().waitFor();
      expect.soft(await screen.seen('mailbox-connected')).toEqual([]);
    });

    test('a letter in that mailbox appears in the list by itself, within two seconds', async () => {
      const { page } = screen;
      await page.goto('/tickets?view=open');
      await page.getByRole('list', { name: say.tickets.list }).waitFor();
      await waitUntil('the mailbox is listened to', async () => outside.imap.log.at(-1) === 'IDLE');
      outside.imap.folder().deliver(
        letterText(
          'first',
          {
            From: '=?utf-8?B?0JzQsNGA0LjRjyDQodC+0LrQvtC70L7QstCw?= <maria@there.test>',
            Subject: '=?utf-8?B?0J3QtSDQvtGC0LrRgNGL0LLQsNC10YLRgdGPINC60LDRgdGB0LA=?=',
            'Content-Type': 'text/plain; charset=utf-8',
          },
          'Здравствуйте! После обновления касса не открывается.\r\n\r\nЧто делать?',
        ),
      );
      const row = page.getByRole('link', { name: /Не открывается касса/ });
      await row.waitFor({ timeout: 3_000 });
      expect.soft(await screen.seen('list')).toEqual([]);
      await row.click();
      await page.getByText('Что делать?').first().waitFor();
      expect.soft(await screen.seen('ticket')).toEqual([]);
    });

    test('the answer leaves by the same mailbox, threaded', async () => {
      const { page } = screen;
      await page
        .getByRole('textbox', { name: say.tickets.composer.reply })
        .fill('Обновите ещё раз.');
      expect.soft(await screen.seen('composer')).toEqual([]);
      await page.getByRole('button', { name: say.tickets.composer.send, exact: true }).click();
      const letter = await waitUntil(
        'the answer arrives',
        async () => outside.sink.letters[0],
        held,
      );
      await page.getByText(say.tickets.delivery.sent, { exact: false }).first().waitFor();
      const fields = fieldsOf(letter.raw);
      expect(letter).toMatchObject({ from: mailbox, to: ['maria@there.test'], user: mailbox });
      expect(fields.get('in-reply-to')).toBe('<first@there.test>');
      expect(fields.get('references')).toBe('<first@there.test>');
      expect(fields.get('message-id')).toMatch(/^<[^<>\s]+@own\.test>$/);
      expect(fields.get('auto-submitted')).toBeUndefined();
      expect.soft(await screen.seen('answered')).toEqual([]);
    });

    test('solved by a key, and opened again by the customer’s reply in the same ticket', async () => {
      const { page } = screen;
      const answer = outside.sink.letters[0];
      expect(answer).toBeDefined();
      const id = fieldsOf(answer?.raw ?? Buffer.alloc(0)).get('message-id') ?? '';
      await page.keyboard.press('e');
      await page.getByText(say.tickets.done.solved.replace('#{{number}}', '#2')).first().waitFor();
      expect.soft(await screen.seen('solved')).toEqual([]);
      outside.imap.folder().deliver(
        letterText(
          'second',
          {
            From: 'maria@there.test',
            Subject: 'Re: hello',
            'In-Reply-To': id,
            References: `<first@there.test> ${id}`,
            'Content-Type': 'text/plain; charset=utf-8',
          },
          'Не помогло, всё так же.\r\n\r\n> Обновите ещё раз.',
        ),
      );
      await page.getByText('Не помогло, всё так же.').first().waitFor({ timeout: 5_000 });
      const status = page.getByRole('button', { name: new RegExp(`^${say.tickets.field.status}`) });
      await waitUntil('it is open again', async () => {
        const text = await status.innerText();
        return !/Решён|Решена|Solved/i.test(text);
      });
      expect.soft(await screen.seen('reopened')).toEqual([]);
      expect(page.url()).toContain('/tickets/2');
    });

    test('sent and solved in one go, and found among the solved', async () => {
      const { page } = screen;
      await page.keyboard.press('r');
      await page.keyboard.type('Прислали мастера.');
      await page.getByRole('button', { name: say.tickets.composer.sendAndSolve }).click();
      await page.getByText(say.tickets.done.sentAndSolved).first().waitFor();
      await waitUntil('the second answer arrives', async () => outside.sink.letters[1], held);
      await page.goto('/tickets?view=solved');
      await page.getByRole('link', { name: /Не открывается касса/ }).waitFor();
      expect.soft(await screen.seen('solved-view')).toEqual([]);
    });

    test('the browser had nothing to complain of, and Otklik stops as it should', async () => {
      expect(screen.complaints).toEqual([]);
      expect(await otklik.stop()).toBe(0);
    });
  },
);
