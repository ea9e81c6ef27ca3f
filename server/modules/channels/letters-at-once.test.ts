import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
});
afterAll(() => world.close());

const from = (name: string) => ({ From: `${name} <${name}@customer.test>` });
const atOnce = async (letters: readonly string[]) => {
  await Promise.all(letters.map((letter) => world.mail(company, letter, { settle: false })));
  await world.settle();
};
const all = async (path: `GET /${string}`): Promise<Json[]> => (await agent.call(path)).body.items;
const ticketsOf = async (name: string): Promise<Json[]> => {
  const [person] = await all(`GET /people?email=${name}@customer.test`);
  return person ? all(`GET /tickets?requester=${person.id}`) : [];
};
const one = async <R>(text: string, values: unknown[] = []): Promise<R> =>
  (await world.admin.query(text, values)).rows[0] as R;

test('letters that wait at the same time share transactions, and each has its own ticket, number and event', async () => {
  const names = Array.from({ length: 24 }, (_, n) => `crowd${n}`);
  await atOnce(names.map((name) => letterText(name, from(name), `I am ${name}`)));
  const numbers = new Set<number>();
  for (const name of names) {
    const [ticket, ...others] = await ticketsOf(name);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ subject: `Question ${name}`, preview: `I am ${name}` });
    numbers.add(ticket?.number);
    const events = await world.events(company, { ticketId: ticket?.id });
    expect(events.map((event) => event.name)).toEqual(['ticket.opened', 'message.received']);
  }
  expect(numbers.size).toBe(names.length);
  const { transactions } = await one<{ transactions: number }>(
    'select count(distinct xmin::text)::int as transactions from message',
  );
  expect(transactions).toBeLessThan(names.length / 3);
});

test('several letters of one newcomer make one person', async () => {
  const letters = Array.from({ length: 6 }, (_, n) => letterText(`new${n}`, from('newcomer')));
  await atOnce(letters);
  expect(await all('GET /people?email=newcomer@customer.test')).toHaveLength(1);
  expect(await ticketsOf('newcomer')).toHaveLength(6);
});

test('answers into one request that come at once are all in it, in their order, and counted', async () => {
  await atOnce([letterText('root', from('asker'))]);
  const answers = Array.from({ length: 6 }, (_, n) =>
    letterText(`answer${n}`, { ...from(`other${n}`), 'In-Reply-To': '<root@there.test>' }),
  );
  await atOnce(answers);
  const [ticket] = await ticketsOf('asker');
  const messages = await all(`GET /tickets/${ticket?.id}/messages`);
  expect(messages).toHaveLength(7);
  const { n } = await one<{ n: number }>('select message_count as n from ticket where id = $1', [
    ticket?.id,
  ]);
  expect(n).toBe(7);
});

test('answers into requests that were merged meet in the one that lives', async () => {
  await atOnce([letterText('left', from('left')), letterText('right', from('right'))]);
  const [[left], [right]] = [await ticketsOf('left'), await ticketsOf('right')];
  const merged = await agent.call(`POST /tickets/${left?.id}/merge`, {
    into: String(right?.number),
  });
  expect(merged.status).toBeLessThan(300);
  await atOnce([
    letterText('to-left', { ...from('left'), 'In-Reply-To': '<left@there.test>' }),
    letterText('to-right', { ...from('right'), 'In-Reply-To': '<right@there.test>' }),
  ]);
  const { n } = await one<{ n: number }>('select message_count as n from ticket where id = $1', [
    right?.id,
  ]);
  expect(await all(`GET /tickets/${right?.id}/messages`)).toHaveLength(4);
  expect(n).toBe(4);
});

test('a letter that cannot be taken in waits aside, and those beside it are taken', async () => {
  // A trigger is the only thing that fails for one letter of many: everything the letter itself brings is made storable.
  await world.admin.query(`create function refuse() returns trigger language plpgsql as $$
    begin if new.body like '%poison%' then raise exception 'refused'; end if; return new; end $$`);
  await world.admin.query(
    'create trigger refuse before insert on message for each row execute function refuse()',
  );
  const names = Array.from({ length: 8 }, (_, n) => `beside${n}`);
  await atOnce(names.map((name, n) => letterText(name, from(name), n === 4 ? 'poison' : 'good')));
  await world.admin.query('drop trigger refuse on message');
  for (const [n, name] of names.entries()) {
    expect(await ticketsOf(name)).toHaveLength(n === 4 ? 0 : 1);
  }
  const { error } = await one<{ error: Json }>(
    "select error from inbound where state <> 'processed' or outcome is null",
  );
  expect(JSON.stringify(error)).toContain('refused');
});

test('neither a request nor an answer makes the database look through a whole table', async () => {
  const letter = (n: number) => letterText(`path${n}`, from(`path${n}`));
  const answer = (n: number) =>
    letterText(`back${n}`, { ...from(`path${n}`), 'In-Reply-To': `<path${n}@there.test>` });
  // Where an index can be used at all it is used now, however small the tables of a test are.
  await world.admin.query(
    `do $$ begin execute format('alter database %I set enable_seqscan = off', current_database()); end $$`,
  );
  await world.admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await world.admin.query('set enable_seqscan = off');
  // Everybody else who is connected comes back with the new setting.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await atOnce([letter(0), letter(1), letter(2)]);
  const before = await scans();
  await atOnce([letter(3), answer(0), answer(1), answer(2)]);
  await atOnce([answer(3)]);
  expect(await scans()).toEqual(before);
});

/** How often each table that grows with the mail (but for the one that the test itself looks through) was looked through from its beginning. */
async function scans(): Promise<Record<string, number>> {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { rows } = await world.admin.query<{ relname: string; seq_scan: string }>(
    `select relname, seq_scan from pg_stat_user_tables where relname in
      ('ticket', 'message', 'mail_reference', 'person', 'contact', 'event') order by relname`,
  );
  return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, Number(seq_scan)]));
}
