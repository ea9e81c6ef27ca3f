import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase, type Database } from './database.ts';
import { openPresence, type Presence, type PresenceWord } from './live-presence.ts';
import type { Whisper } from './live-whisper.ts';
import { silentLog } from './log.ts';
import { openKernelWorld, type KernelWorld } from '../test/kernel-world.ts';

const goneMs = 600;
const place = '01900000-0000-7000-8000-00000000000a';
const olga = { id: '01900000-0000-7000-8000-00000000000b', name: 'Olga' };
const igor = { id: '01900000-0000-7000-8000-00000000000c', name: 'Igor' };

let world: KernelWorld;
let otherDb: Database;
/** Two processes. */
let here: Presence;
let there: Presence;
let toldThere: Whisper[];

beforeEach(async () => {
  world = await openKernelWorld();
  otherDb = openDatabase({ url: world.url, onError: () => undefined });
  toldThere = [];
  here = openPresence({ db: world.db, log: silentLog, tell: () => undefined, goneMs });
  there = openPresence({
    db: otherDb,
    log: silentLog,
    tell: (said) => void toldThere.push(said),
    goneMs,
  });
  // Listening begins a moment after opening.
  await pause(150);
});
afterEach(async () => {
  await here.close();
  await there.close();
  await otherDb.close();
  await world.close();
});

const say = (by: Presence, word: Partial<PresenceWord> = {}) =>
  by.say({
    workspaceId: world.actor.workspaceId,
    place,
    screen: 'a',
    user: olga,
    doing: 'looking',
    ...word,
  });
const seen = (by: Presence, workspaceId = world.actor.workspaceId) =>
  by.at(workspaceId, place).map(({ name, doing }) => `${name} ${doing}`);
const sees = (by: Presence, people: string[]) =>
  vi.waitFor(() => expect(seen(by)).toEqual(people), { timeout: 3_000, interval: 10 });

test('who is somewhere is seen there by people of every process, and only by those who are there', async () => {
  say(here);
  await sees(there, ['Olga looking']);
  say(there, { user: igor, screen: 'b' });
  await sees(here, ['Olga looking', 'Igor looking']);
  say(here, { doing: 'writing' });
  await sees(there, ['Olga writing', 'Igor looking']);
  expect(toldThere.at(-1)).toMatchObject({
    to: [olga.id, igor.id],
    event: 'presence',
    words: { ticketId: place },
  });
  expect(seen(there, '01900000-0000-7000-8000-0000000000ff')).toEqual([]);
});

test('one person with two windows is one person, who writes if either is written in', async () => {
  say(here, { screen: 'a', doing: 'writing' });
  say(here, { screen: 'b', doing: 'looking' });
  expect(seen(here)).toEqual(['Olga writing']);
  say(here, { screen: 'a', doing: null });
  expect(seen(here)).toEqual(['Olga looking']);
});

test('who leaves is gone at once; who only falls silent, soon after', async () => {
  say(here, { screen: 'a' });
  say(here, { screen: 'b', user: igor });
  await sees(there, ['Olga looking', 'Igor looking']);
  say(here, { screen: 'a', doing: null });
  await sees(there, ['Igor looking']);
  await sees(there, []);
  await sees(here, []);
});

test('a process that begins later knows everybody after one round of words', async () => {
  say(here);
  const late = openPresence({ db: otherDb, log: silentLog, tell: () => undefined, goneMs });
  await pause(150);
  say(here);
  await sees(late, ['Olga looking']);
  await late.close();
});

test('nothing of it is written to the database', async () => {
  const writes = async () => {
    const { rows } = await world.admin.query(
      `select sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, relname),
        false, true, '')))[1]::text::int)::int as n from pg_stat_user_tables where schemaname = 'public'`,
    );
    return rows[0].n as number;
  };
  const before = await writes();
  for (let n = 0; n < 50; n += 1) {
    say(here, { screen: `s${n}` });
  }
  await sees(there, ['Olga looking']);
  expect(await writes()).toBe(before);
});
