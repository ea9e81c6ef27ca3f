import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { setUp, ticketBySubject, type Desk, type Page } from '../otklik/desk.ts';
import { letterCame } from '../otklik/letter-came.ts';
import { openScreen, type Screen } from '../otklik/screen.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';
import { words } from '../otklik/words.ts';

const say = words.ru;
const colleague = { name: 'Борис Котов', email: 'boris@company.test', password: 'сирень в поле' };

let browser: Browser;
let otklik: Otklik;
let desk: Desk;
let screen: Screen;

const came = (subject: string, from?: string) =>
  letterCame({ otklik, desk }, { subject, text: `О чём: ${subject}.`, ...(from && { from }) });

const ticket = async (subject: string) => {
  const row = await ticketBySubject(desk, subject);
  return desk.call<{ status: string; assignee: { name: string } | null }>(
    `GET /tickets/${row?.id}`,
  );
};

async function opened(subject: string, number: number): Promise<Tab> {
  const { page } = screen;
  await page.goto(`/tickets/${number}?view=open`);
  await page.getByRole('heading', { name: subject }).waitFor();
  // The rich field, and what stands beside the conversation, come right after it.
  await page.locator('[contenteditable=true]').waitFor();
  await page.getByRole('button', { name: 'Ещё' }).first().waitFor();
  return page;
}

/** Presses keys and counts them; what has to be said is typed and not counted. */
function fingers(page: Tab) {
  const pressed: string[] = [];
  return {
    pressed,
    async press(...keys: string[]) {
      for (const key of keys) {
        pressed.push(key);
        await (/[а-яё]/i.test(key) ? page.keyboard.insertText(key) : page.keyboard.press(key));
        // Nobody presses two keys within one frame.
        await page.waitForTimeout(120);
      }
    },
    type: (text: string) => page.keyboard.type(text, { delay: 5 }),
  };
}

describe.runIf(findChromium() !== null)(
  'daily acts, counted in keys as docs/daily-acts.md says',
  () => {
    beforeAll(async () => {
      browser = await launchBrowser();
      otklik = await startOtklik();
      desk = await setUp(otklik, 'ru');
      const roles = await desk.call<Page<{ id: string; key: string | null }>>('GET /roles');
      const roleId = roles.items.find(({ key }) => key === 'agent')?.id;
      await desk.call('POST /users', { ...colleague, roleId });
      await desk.call('POST /templates', {
        name: 'Касса: перезапуск',
        text: {
          ru: {
            body: 'Перезапустите кассу и попробуйте ещё раз.',
            html: '<p>Перезапустите кассу и попробуйте ещё раз.</p>',
          },
        },
      });
      const { cookie } = desk;
      screen = await openScreen(browser, { url: otklik.url, locale: 'ru', name: 'acts', cookie });
    });
    afterAll(async () => {
      await screen?.close();
      await browser?.close();
      await endEverything();
    });

    test('an answer with a template, and solved: 4', async () => {
      const { number } = await came('Не печатает чек');
      const page = await opened('Не печатает чек', number);
      const { press, pressed } = fingers(page);
      await press('r', '/');
      await page.getByRole('option', { name: /перезапуск/ }).waitFor();
      await press('Enter', 'Control+Shift+Enter');
      await waitUntil(
        'it is solved',
        async () => (await ticket('Не печатает чек')).status === 'solved',
      );
      await page.getByRole('article').getByText('Перезапустите кассу').first().waitFor();
      expect(pressed).toHaveLength(4);
    });

    test('the next ticket of the queue is taken: 1; the most urgent, of these the oldest', async () => {
      await came('Обычная');
      const first = await came('Срочная раньше');
      const second = await came('Срочная позже');
      for (const { id } of [first, second]) {
        await desk.call(`PATCH /tickets/${id}`, { priority: 'urgent' });
      }
      const { page } = screen;
      await page.goto('/tickets?view=open');
      await page.getByRole('link', { name: /Срочная позже/ }).waitFor();
      const { press, pressed } = fingers(page);
      await press('q');
      await page.getByRole('heading', { name: 'Срочная раньше' }).waitFor();
      await page.getByText(say.tickets.done.tookOver).first().waitFor();
      expect((await ticket('Срочная раньше')).assignee).not.toBeNull();
      expect((await ticket('Срочная позже')).assignee).toBeNull();
      expect(pressed).toHaveLength(1);
      await press('z');
      await waitUntil(
        'it is nobody’s',
        async () => (await ticket('Срочная раньше')).assignee === null,
      );
    });

    test('handed over with a note: 5', async () => {
      const { number } = await came('Передать');
      const page = await opened('Передать', number);
      const { press, type, pressed } = fingers(page);
      await press('n', '@', 'Б');
      await page.getByRole('option', { name: /Борис/ }).waitFor();
      await press('Enter');
      await type('посмотрите, пожалуйста');
      await press('Control+Shift+Enter');
      await waitUntil(
        'it is Boris’s',
        async () => (await ticket('Передать')).assignee?.name === colleague.name,
      );
      expect(pressed).toHaveLength(5);
    });

    test('a duplicate of the same customer is merged: 2', async () => {
      const from = 'twice@there.test';
      await came('Письмо', from);
      const { id, number } = await came('То же письмо', from);
      const page = await opened('То же письмо', number);
      const { press, pressed } = fingers(page);
      await press('Shift+M');
      await page.getByRole('dialog').getByText('Письмо', { exact: true }).waitFor();
      await press('Enter');
      await waitUntil('it is merged', async () => {
        const { mergedInto } = await desk.call<{ mergedInto: unknown }>(`GET /tickets/${id}`);
        return mergedInto !== null;
      });
      expect(pressed).toHaveLength(2);
    });

    test('a call of a known customer is registered: 4, and what was said', async () => {
      await came('Раньше писал', 'caller@there.test');
      const { page } = screen;
      await page.goto('/tickets?view=open');
      await page.getByRole('link', { name: /Раньше писал/ }).waitFor();
      await page.waitForTimeout(500);
      const { press, type, pressed } = fingers(page);
      await press('v');
      await page.locator('dialog input[type=text]:focus, dialog input:not([type]):focus').waitFor();
      await type('caller@there.test');
      await page.getByRole('option').first().waitFor();
      await press('Enter');
      await type('Звонок о кассе');
      await press('Enter');
      await type('Просит перезвонить завтра.');
      await press('Control+Enter');
      await waitUntil('the call is a ticket', () => ticketBySubject(desk, 'Звонок о кассе'));
      expect(pressed).toHaveLength(4);
      expect(screen.complaints).toEqual([]);
    });
  },
);
