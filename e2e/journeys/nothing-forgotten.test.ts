import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/modules/channels/email/letter/parse-letter.ts';
import { findChromium, launchBrowser } from '../browser/chromium.ts';
import { setUp, signIn, type Desk, type Page, type TicketRow } from '../otklik/desk.ts';
import { letterCame } from '../otklik/letter-came.ts';
import { connectMailbox, startMailbox, type OutsideMailbox } from '../otklik/mailbox.ts';
import { startReceiver } from '../otklik/receiver.ts';
import { openScreen, type Screen, type ScreenOptions } from '../otklik/screen.ts';
import { endEverything, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';
import { words } from '../otklik/words.ts';

type Made = { readonly id: string };

const say = words.ru;
const password = 'сирень и ветер в поле';
const boris = { name: 'Борис Котов', email: 'boris@company.test', password };
const vera = { name: 'Вера Белова', email: 'vera@company.test', password };
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

let browser: Browser;
let otklik: Otklik;
let outside: OutsideMailbox;
let desk: Desk;
let ticket: TicketRow;
let borisId: string;
let veraId: string;

const open = (name: string, more: Partial<ScreenOptions> = {}): Promise<Screen> =>
  openScreen(browser, { url: otklik.url, locale: 'ru', name, cookie: desk.cookie, ...more });
const assignedTo = ({ page }: Screen, name: string) =>
  page.getByRole('button', { name: new RegExp(`${say.tickets.field.assignee}: .*${name}`) });

/** Two hours of work a day, half a day from now: whenever it is, it is night. */
function farFromNow(): Record<string, [string, string][]> {
  const hour = (new Date().getUTCHours() + 12) % 24;
  const begins = Math.min(hour, 21);
  const clock = (at: number) => `${String(at).padStart(2, '0')}:00`;
  return Object.fromEntries(days.map((day) => [day, [[clock(begins), clock(begins + 2)]]]));
}

/** By day whoever works; an urgent request at night goes to whoever has the duty, and an answer is promised round the clock. */
async function settings(): Promise<void> {
  const roles = await desk.call<Page<Made & { key: string | null }>>('GET /roles');
  const roleId = roles.items.find(({ key }) => key === 'lead')?.id;
  const [first, second] = [
    await desk.call<Made>('POST /users', { ...boris, roleId }),
    await desk.call<Made>('POST /users', { ...vera, roleId }),
  ];
  borisId = first.id;
  veraId = second.id;
  const memberIds = [borisId, veraId];
  const team = await desk.call<Made>('POST /teams', { name: 'Кассы', memberIds });
  await desk.call('POST /teams', { name: 'Вторая линия', memberIds: [] });
  const week = farFromNow();
  const { id: calendarId } = await desk.call<Made>('POST /calendars', {
    name: 'Рабочие часы',
    zone: 'UTC',
    week,
  });
  for (const userId of memberIds) {
    await desk.call(`PUT /schedules/${userId}`, { calendarId });
  }
  await desk.call('POST /duty', {
    teamId: team.id,
    userIds: [borisId],
    hours: {
      zone: 'UTC',
      week: Object.fromEntries(days.map((day) => [day, [['00:00', '24:00']]])),
    },
  });
  await desk.call('POST /rules', {
    name: 'Срочное',
    enabled: true,
    trigger: { on: ['opened'] },
    condition: { field: 'text', operator: 'any', values: ['срочно'] },
    actions: [{ kind: 'priority', value: 'urgent' }],
  });
  await desk.call('POST /sla-policies', {
    name: 'Срочное круглые сутки',
    condition: { field: 'priority', operator: 'in', values: ['urgent'] },
    terms: { targets: { first_response: { minutes: 15 } } },
  });
  await desk.call('POST /routing-rules', {
    name: 'Ночное срочное',
    enabled: true,
    condition: {
      all: [
        { field: 'priority', operator: 'in', values: ['urgent'] },
        { field: 'workingTime', operator: 'not_in', values: [calendarId] },
      ],
    },
    steps: [{ teamId: team.id, who: 'on_duty', way: 'round_robin' }],
  });
}

describe.runIf(findChromium() !== null)('nothing is forgotten', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    outside = await startMailbox();
    otklik = await startOtklik({ env: { OTKLIK_PRIVATE_WEBHOOKS: '1' } });
    desk = await setUp(otklik, 'ru');
    await connectMailbox(desk, outside);
    await settings();
  });
  afterAll(async () => {
    await browser?.close();
    await endEverything();
    await outside?.close();
  });

  test('an urgent letter at night goes to whoever has the duty, says why, and its clock counts', async () => {
    ticket = await letterCame(
      { otklik, desk },
      { subject: 'Срочно: касса', text: 'Не включается.' },
    );
    const screen = await open('night-duty');
    const { page } = screen;
    await page.clock.install();
    await page.goto(`/tickets/${ticket.number}`);
    await assignedTo(screen, boris.name).waitFor();
    const clock = page.getByRole('button', {
      name: new RegExp(`^${say.tickets.slaTarget.first_response}: `),
    });
    const left = async () => Number(/\d+/.exec(await clock.innerText())?.[0]);
    const before = await left();
    expect(before).toBeGreaterThan(12);
    await page.clock.fastForward(180_000);
    await expect.poll(left).toBeLessThanOrEqual(before - 3);
    await page.getByRole('button', { name: say.decision.title }).click();
    const why = page.getByRole('region', { name: say.decision.title });
    await why.getByText(say.decision.onDuty).waitFor();
    expect.soft(await screen.seen('why')).toEqual([]);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  test('what an absent agent has goes to a colleague with its reason, and comes back with the agent', async () => {
    const own = await signIn(otklik, boris);
    const [theirs, mine] = [
      await open('absent-ticket'),
      await open('absent-own', { cookie: own.cookie }),
    ];
    await theirs.page.goto(`/tickets/${ticket.number}`);
    await assignedTo(theirs, boris.name).waitFor();
    await own.call('POST /absences', {
      userId: borisId,
      kind: 'sick',
      to: new Date(Date.now() + 3_600_000).toISOString(),
      substituteId: veraId,
      handsOver: 'all',
      givesBack: true,
    });
    await assignedTo(theirs, vera.name).waitFor();
    await theirs.page
      .getByText(new RegExp(`${boris.name} отсутствует до`))
      .first()
      .waitFor();

    await mine.page.goto('/settings/availability');
    const end = mine.page.getByRole('button', { name: say.availability.absence.end });
    await end.click();
    await mine.page
      .getByRole('dialog')
      .getByRole('button', { name: say.availability.absence.end })
      .click();
    await assignedTo(theirs, boris.name).waitFor();
    await theirs.page
      .getByText(say.tickets.reason.absence_returned.replace('{{name}}', boris.name))
      .first()
      .waitFor();
    expect.soft(await mine.seen('back')).toEqual([]);
    expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
    await mine.close();
    await theirs.close();
  });

  test('an approval is given by the link of a letter, without signing in, once; the ticket goes on', async () => {
    await desk.call(`POST /tickets/${ticket.id}/approvals`, {
      text: 'Купить новую кассу за 30 000 ₽?',
      approvers: [{ email: 'boss@there.test' }],
      hold: true,
    });
    const letter = await waitUntil('the letter', async () =>
      outside.sink.letters.find(({ to }) => to.includes('boss@there.test')),
    );
    const { text } = await parseLetter(letter.raw);
    const [link = ''] = /http\S+\/decide\/\S+/.exec(text ?? '') ?? [];
    const [inside, outsider] = [
      await open('approval-ticket'),
      await openScreen(browser, {
        url: otklik.url,
        locale: 'ru',
        name: 'approval-outside',
        width: 360,
        height: 740,
      }),
    ];
    await inside.page.goto(`/tickets/${ticket.number}`);
    await inside.page
      .getByRole('button', { name: /Отложена/ })
      .first()
      .waitFor();
    await outsider.page.goto(link);
    await outsider.page.getByText('Купить новую кассу за 30 000 ₽?').waitFor();
    expect.soft(await outsider.seen('asked')).toEqual([]);
    expect(await outsider.overhang()).toBeLessThanOrEqual(0);
    await outsider.page.getByLabel(/Комментарий/).fill('Только не самую дорогую.');
    await outsider.page.getByRole('button', { name: 'Согласовать' }).click();
    await outsider.page.getByRole('heading', { name: 'Спасибо, ваш ответ записан' }).waitFor();
    await inside.page
      .getByRole('button', { name: /В работе/ })
      .first()
      .waitFor();
    await inside.page.getByText('Только не самую дорогую.').first().waitFor();

    await outsider.page.goto(link);
    await outsider.page.getByRole('heading', { name: 'Ответ уже не нужен' }).waitFor();
    expect.soft(await outsider.seen('second')).toEqual([]);
    expect(await outsider.page.getByRole('button').count()).toBe(0);
    expect([...inside.complaints, ...outsider.complaints]).toEqual([]);
    await inside.close();
    await outsider.close();
  });

  test('the lab shows what a change of routing would have done, with a ticket to look at; until it is switched on nothing has changed', async () => {
    const screen = await open('lab');
    const { page } = screen;
    type Rule = Made & { name: string; version: number; steps: { teamId: string }[] };
    const rule = async () => (await desk.call<Page<Rule>>('GET /routing-rules')).items[0] as Rule;
    const before = await rule();
    await page.goto(`/settings/routing?rule=${before.id}`);
    await page.getByLabel(say.routing.team, { exact: true }).selectOption('Вторая линия');
    await page.getByLabel(say.routing.wayLabel, { exact: true }).selectOption('team');
    await page.getByRole('button', { name: say.lab.try_many.replace('{{count}}', '30') }).click();
    await page.waitForURL(/settings\/lab\?run=/);
    await page.getByText(new RegExp(say.lab.another.teamId)).first().waitFor();
    const examples = page.getByRole('region', { name: say.lab.examples });
    await examples.getByText('«Кассы» → «Вторая линия»').waitFor();
    expect.soft(await screen.seen('result')).toEqual([]);
    const opened = screen.context.waitForEvent('page');
    await examples.getByRole('link', { name: new RegExp(ticket.subject) }).click();
    const example = await opened;
    await example.getByRole('heading', { name: ticket.subject }).waitFor();
    await example.close();
    expect(await rule()).toEqual(before);
    expect(await desk.call(`GET /tickets/${ticket.id}`)).toMatchObject({ team: { name: 'Кассы' } });

    await page.getByRole('button', { name: say.lab.switchOn }).click();
    await page.getByRole('dialog').getByRole('button', { name: say.lab.switchOn }).click();
    await waitUntil('the change is made', async () => (await rule()).version > before.version);
    expect((await rule()).steps).not.toEqual(before.steps);
    expect(await desk.call(`GET /tickets/${ticket.id}`)).toMatchObject({ team: { name: 'Кассы' } });
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  test('what a rule could not do is said by the bell, listed with its reason and tried again by a button', async () => {
    const receiver = await startReceiver();
    receiver.behave('/till', 'redirects');
    const { id: ruleId } = await desk.call<Made>('POST /rules', {
      name: 'Вызвать кассу',
      enabled: true,
      trigger: { on: ['opened'] },
      condition: { field: 'text', operator: 'any', values: ['вебхук'] },
      actions: [{ kind: 'webhook', url: `${receiver.url}/till` }],
    });
    await letterCame({ otklik, desk }, { subject: 'Вебхук', text: 'Раз.' });
    const screen = await open('failed-effect');
    const { page } = screen;
    await page.goto('/people');
    await waitUntil('it is told', async () => {
      const { items } = await desk.call<Page<{ kind: string }>>('GET /notices');
      return items.some(({ kind }) => kind === 'rule-failed');
    });
    await page.getByRole('button', { name: new RegExp(`^${say.app.notices.title}`) }).click();
    const notice = page.getByRole('link', { name: /«Вызвать кассу» выполнено/ });
    await notice.waitFor();
    expect.soft(await screen.seen('bell')).toEqual([]);
    await notice.click();
    await page.waitForURL(/settings\/rules/);
    const failed = page.getByRole('region', { name: say.rules.failed });
    await failed.getByText(say.rules.redirected).waitFor();
    expect.soft(await screen.seen('failed')).toEqual([]);
    receiver.behave('/till', 200);
    await failed.getByRole('button', { name: say.rules.replay }).click();
    await failed.waitFor({ state: 'hidden' });
    await waitUntil('it was called again', async () => receiver.heard.get('/till')?.length === 2);
    expect(new Set(receiver.heard.get('/till')).size).toBe(1);
    await desk.call(`DELETE /rules/${ruleId}`);
    expect(screen.complaints).toEqual([]);
    await screen.close();
    await receiver.close();
  });
});
