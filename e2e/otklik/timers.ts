import type { Desk, Page } from './desk.ts';
import { withDatabase } from './evidence.ts';

/** Kinds of what `readFired` counts, and to how many it has to happen, once to each. */
export const expected = (): Record<string, number> => ({
  'sla.warned': counts.promised,
  'sla.breached': counts.promised,
  'sla.escalated': counts.promised,
  'note: Поднято.': counts.promised,
  'notice: sla-warned': counts.promised,
  'notice: sla-breached': counts.promised,
  'notice: escalated': counts.promised,
  'absence.handed': counts.handed,
  'absence.returned': counts.handed,
  recurrence: counts.recurring,
  'opened by a schedule': counts.recurring,
  'ticket.notified-by-rule': counts.timed,
  'note: Пять минут прошло.': counts.timed,
  'notice: rule': counts.timed,
  'reminder.due': counts.reminders,
  'notice: reminder': counts.reminders,
  'task.due': counts.tasks,
  'notice: task-due': counts.tasks,
});

type Made = { readonly id: string };
type User = Made & { readonly name: string };

/** How many of each. More tickets are handed over than one transaction takes. */
export const counts = {
  promised: 20,
  handed: 60,
  recurring: 12,
  timed: 10,
  reminders: 12,
  tasks: 12,
};

export type Arranged = {
  readonly absenceId: string;
  readonly substitute: User;
  readonly absent: User;
};

/** Times until each kind of alarm, counted from the call of `begin`. */
const inSeconds = { warning: 4, step: 7, breach: 12, absence: 6, recurring: 3, rule: 5, own: 3 };
const spreadSeconds = 8;
const goalSeconds = 60;
const step = { target: 'resolution', tell: { userIds: [] as string[] } };

const isoIn = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

async function inTurn<T>(n: number, make: (at: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let at = 0; at < n; at += 5) {
    const some = Array.from({ length: Math.min(5, n - at) }, (_, more) => make(at + more));
    made.push(...(await Promise.all(some)));
  }
  return made;
}

/** A company in which everything that waits for an hour waits for one; nothing is due yet. */
export async function arrangeTimers(desk: Desk, hookUrl: string): Promise<Arranged> {
  const roles = await desk.call<Page<Made & { key: string | null }>>('GET /roles');
  const roleId = roles.items.find(({ key }) => key === 'agent')?.id;
  const hire = (name: string, email: string) =>
    desk.call<User>('POST /users', { name, email, password: 'сирень и ветер в поле', roleId });
  const absent = await hire('Вера Котова', 'vera@company.test');
  const substitute = await hire('Борис Котов', 'boris@company.test');
  await desk.call('POST /sla-policies', {
    name: 'Касса',
    condition: { field: 'tags', operator: 'any', values: ['касса'] },
    terms: {
      targets: { resolution: { minutes: goalSeconds / 60 } },
      warnAt: [ratio(inSeconds.warning)],
      steps: [
        {
          ...step,
          when: { share: ratio(inSeconds.step) },
          tell: { userIds: [substitute.id] },
          acts: [{ kind: 'note', text: 'Поднято.' }],
        },
      ],
    },
  });
  await desk.call('POST /rules', {
    name: 'Напомнить',
    enabled: true,
    trigger: { since: 'opened', minutes: 5 },
    condition: { field: 'tags', operator: 'any', values: ['ждёт'] },
    actions: [
      { kind: 'note', text: 'Пять минут прошло.' },
      { kind: 'notify', userIds: [substitute.id], assignee: false, text: 'Пора.' },
      { kind: 'webhook', url: hookUrl },
    ],
  });
  const open = (subject: string, more: object) =>
    desk.call<Made>('POST /tickets', {
      subject,
      body: 'Помогите.',
      requester: { email: 'rita@there.test', name: 'Рита' },
      ...more,
    });
  const given = (id: string, to: User) => desk.call(`PATCH /tickets/${id}`, { assigneeId: to.id });
  await inTurn(counts.promised, async (n) =>
    given((await open(`Касса ${n}`, { tags: ['касса'] })).id, substitute),
  );
  await inTurn(counts.handed, async (n) => given((await open(`Веры ${n}`, {})).id, absent));
  const timed = await inTurn(counts.timed, (n) => open(`Ждёт ${n}`, { tags: ['ждёт'] }));
  const people = await desk.call<Page<Made>>('GET /people');
  const template = await desk.call<Made>('POST /ticket-templates', {
    name: 'Проверка',
    subject: 'Проверка по расписанию',
    body: 'Проверить.',
    requesterId: people.items[0]?.id,
  });
  await inTurn(counts.recurring, () =>
    desk.call('POST /recurrences', {
      templateId: template.id,
      rrule: 'FREQ=DAILY',
      from: '2026-01-01',
      at: '00:00',
      zone: 'UTC',
      missed: 'newest',
    }),
  );
  await inTurn(counts.reminders, (n) =>
    desk.call('POST /reminders', { at: isoIn(600), note: `Позвонить ${n}` }),
  );
  await inTurn(counts.tasks, (n) =>
    desk.call(`POST /tickets/${timed[0]?.id}/tasks`, {
      text: `Задача ${n}`,
      assigneeId: substitute.id,
      dueAt: isoIn(600),
    }),
  );
  const absence = await desk.call<Made>('POST /absences', {
    userId: absent.id,
    kind: 'vacation',
    from: isoIn(600),
    to: isoIn(6_000),
    substituteId: substitute.id,
    handsOver: 'all',
    givesBack: true,
  });
  return { absenceId: absence.id, substitute, absent };
}

const ratio = (seconds: number): number => 1 - (inSeconds.breach - seconds) / goalSeconds;

/** Lets time pass: what would be due in minutes or tomorrow is due in the next seconds, one after the other. */
export async function bringNear(adminUrl: string): Promise<void> {
  await withDatabase(adminUrl, async (client) => {
    const spread = (order: string) =>
      `(row_number() over (order by ${order}) - 1) * interval '1 second'`;
    const within = (n: number) => spreadSeconds / n;
    await client.query(
      `update ticket_clock c set started_at = started_at - earlier, since = since - earlier, due_at = due_at - earlier,
         alarm_at = alarm_at - earlier, step_at = step_at - earlier
       from (select ticket_id, due_at - now() - interval '${inSeconds.breach} seconds'
               - ${spread('ticket_id')} * ${within(counts.promised)} as earlier
             from ticket_clock) near
       where near.ticket_id = c.ticket_id`,
    );
    await client.query(
      `update ticket set created_at = now() - interval '5 minutes' + interval '${inSeconds.rule} seconds' + more
       from (select id, ${spread('id')} * ${within(counts.timed)} as more
             from ticket where 'ждёт' = any (tags)) near where near.id = ticket.id`,
    );
    await client.query(
      `update ticket_recurrence r set next_on = to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
         next_at = now() + interval '${inSeconds.recurring} seconds' + more
       from (select id, ${spread('id')} * ${within(counts.recurring)} as more from ticket_recurrence) near
       where near.id = r.id`,
    );
    for (const [table, column] of [
      ['reminder', 'at'],
      ['ticket_task', 'due_at'],
    ]) {
      await client.query(
        `update ${table} t set ${column} = now() + interval '${inSeconds.own} seconds' + more
         from (select id, ${spread('id')} * ${within(counts.tasks)} as more from ${table}) near where near.id = t.id`,
      );
    }
    await client.query(
      `update absence set starts_at = now() + interval '${inSeconds.absence} seconds',
         alarm_at = now() + interval '${inSeconds.absence} seconds'`,
    );
  });
}

export type Fired = {
  /** Kind of what happens at its hour → what it happened to → how often. */
  readonly times: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Milliseconds between the hour of a breach and the fact. */
  readonly lateMs: readonly number[];
  readonly waiting: number;
};

/** One row for everything that happens at its hour; whatever happens once has one row. */
const happened = `
  select name as what, coalesce(payload->>'reminderId', payload->>'taskId', ticket_id::text) as whom from event
    where name in ('sla.warned', 'sla.breached', 'sla.escalated', 'reminder.due', 'task.due', 'ticket.notified-by-rule')
  union all
  select reason->>'code', ticket_id::text from event
    where name = 'ticket.assigned' and reason->>'code' like 'absence.%'
  union all
  select 'note: ' || body, ticket_id::text from message where visibility = 'internal'
  union all
  select 'recurrence', run.recurrence_id::text from event
    join ticket_recurrence_run run on run.ticket_id = event.ticket_id where name = 'ticket.opened-from-template'
  union all
  select 'opened by a schedule', id::text from ticket where subject = 'Проверка по расписанию'
  union all
  select 'notice: ' || kind, user_id || ' ' || coalesce(ticket_id::text, '') || preview from notice
    where kind in ('sla-warned', 'sla-breached', 'escalated', 'rule', 'reminder', 'task-due')`;

export async function readFired(adminUrl: string): Promise<Fired> {
  return withDatabase(adminUrl, async (client) => {
    const { rows } = await client.query<{ what: string; whom: string; n: number }>(
      `select what, whom, count(*)::int as n from (${happened}) as happened group by what, whom`,
    );
    const late = await client.query<{ ms: number }>(
      `select extract(epoch from event.at - clock.due_at)::float8 * 1000 as ms
       from event join ticket_clock clock on clock.ticket_id = event.ticket_id where event.name = 'sla.breached'`,
    );
    const jobs = await client.query<{ n: number }>(
      `select count(*)::int as n from job_queue.job where state < 'completed'`,
    );
    const times = Map.groupBy(rows, ({ what }) => what);
    return {
      times: new Map(
        [...times].map(([what, list]) => [what, new Map(list.map(({ whom, n }) => [whom, n]))]),
      ),
      lateMs: late.rows.map(({ ms }) => ms).toSorted((a, b) => a - b),
      waiting: jobs.rows[0]?.n ?? 0,
    };
  });
}
