import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { expect } from 'vitest';
import { systemActor } from '../kernel/actor.ts';
import { defineCommand } from '../kernel/commands.ts';
import { silentLog } from '../kernel/log.ts';
import { openKnownRules } from '../modules/rules/known-rules.ts';
import { startRuleTimers } from '../modules/rules/timers/rule-timers.ts';
import { lookAtClocks } from '../modules/sla/commands/look-at-clocks.ts';
import { receiveInto } from '../modules/tickets/conversation.ts';
import { lockTicket } from '../modules/tickets/store.ts';
import type { Json } from './caller.ts';
import type { Company, Person } from './company.ts';
import type { World } from './world.ts';

const everything = { all: [] };
export const aboutFire = { field: 'text', operator: 'any', values: ['пожар'] };
export const rule = (parts: object) => ({
  name: 'Rule',
  enabled: true,
  trigger: { on: ['opened'] },
  condition: everything,
  actions: [{ kind: 'priority', value: 'high' }],
  ...parts,
});
const terms = (minutes: number, more: object = {}) => ({
  targets: { first_response: { minutes }, resolution: { minutes: minutes * 10 } },
  warnAt: [0.5],
  pausedIn: ['pending'],
  onReopen: 'continue',
  onChange: 'keep',
  ...more,
});
export const promise = (minutes: number) => ({
  name: 'Promise',
  condition: everything,
  terms: terms(minutes),
  calendarId: null,
  byTeam: false,
  active: true,
});

export async function made(by: Person, at: `POST /${string}`, body: object): Promise<Json> {
  const answer = await by.call(at, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}

/** Settings are compiled anew a moment after their commit. */
export async function saved(company: Company, at: `POST /${string}`, body: object): Promise<Json> {
  const answer = await made(company.administrator, at, body);
  await pause(150);
  return answer;
}

export const letterComes = defineCommand({
  name: 'test.letter-comes',
  permission: 'ticket.change',
  input: z.object({ ticketId: z.string(), body: z.string(), automatic: z.boolean() }),
  output: z.null(),
  async run(ctx, { ticketId, body, automatic }) {
    const ticket = await lockTicket(ctx, ticketId);
    await receiveInto(ctx, ticket, {
      author: { kind: 'person', id: ticket.requester_id, name: 'Rita', address: null },
      message: {
        body,
        channel: { kind: 'email', id: null },
        automatic: automatic ? 'vacation' : null,
      },
    });
    return null;
  },
});

/** Numbers that look random and are the same every time. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

export type Stage = { company: Company; agents: Person[]; teams: { id: string }[] };

export async function stage(world: World): Promise<Stage> {
  const company = await world.found({ timeZone: 'UTC' });
  const agents = [await company.hire('administrator'), await company.hire('administrator')];
  const teams = [await company.team('First line'), await company.team('Second line')];
  return { company, agents, teams };
}

/** Rules that act in time do so when a test says so. */
export function timersOf({ app, clock, db }: World) {
  const known = openKnownRules(db);
  const { look, stop } = startRuleTimers({
    db,
    clock: clock.now,
    log: silentLog,
    executor: app.executor,
    known,
    contributions: () => [],
  });
  return {
    look,
    async stop() {
      await stop();
      await known.close();
    },
  };
}

let letters = 0;
export const open = (by: Person, more: object = {}) => {
  letters += 1;
  return made(by, 'POST /tickets', {
    subject: 'Help',
    body: 'It jams',
    requester: { email: `rita${letters}@there.test` },
    ...more,
  });
};

/** Rules that call each other, act in time and answer, promises that pause, and people who do whatever they like. */
export async function livedThrough(world: World, seed: number): Promise<Stage> {
  const ready = await stage(world);
  const { company, agents, teams } = ready;
  const template = await made(company.administrator, 'POST /templates', {
    name: 'Thanks',
    text: { en: { body: 'We have it' } },
  });
  const add = (parts: object) => made(company.administrator, 'POST /rules', rule(parts));
  await add({ condition: aboutFire, actions: [{ kind: 'team', value: teams[1]?.id }] });
  await add({
    trigger: { on: ['changed'] },
    condition: { field: 'team', operator: 'in', values: [teams[1]?.id] },
    actions: [
      { kind: 'tags', add: ['second'], remove: [] },
      { kind: 'note', text: 'Look' },
    ],
  });
  await add({
    trigger: { on: ['customer_wrote'] },
    condition: { field: 'message', operator: 'any', values: ['срочно'] },
    actions: [
      { kind: 'priority', value: 'urgent' },
      { kind: 'reply', templateId: template.id },
    ],
  });
  await add({
    trigger: { since: 'we_answered', minutes: 300 },
    actions: [{ kind: 'status', value: 'solved' }],
  });
  await saved(company, 'POST /sla-policies', promise(60));
  const random = randomOf(seed);
  const one = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const timers = timersOf(world);
  const self = systemActor(company.id, 'test');
  const ids: string[] = [];
  const acts: ((id: string) => Promise<unknown>)[] = [
    (id) => one(agents).call(`POST /tickets/${id}/messages`, { body: 'Done?' }),
    (id) =>
      one(agents).call(`POST /tickets/${id}/messages`, { body: 'Hm', visibility: 'internal' }),
    (id) => one(agents).call(`POST /tickets/${id}/messages`, { body: 'Wait', status: 'pending' }),
    (id) =>
      one(agents).call(`PATCH /tickets/${id}`, { status: one(['solved', 'on_hold', 'open']) }),
    (id) => one(agents).call(`PATCH /tickets/${id}`, { teamId: one(teams).id, tags: ['x'] }),
    (id) => one(agents).call(`PATCH /tickets/${id}`, { assigneeId: one(agents).id }),
    (id) =>
      one(agents).call(`PATCH /tickets/${id}`, { impact: 'high', urgency: one(['low', 'high']) }),
    (id) => one(agents).call(`PATCH /tickets/${id}`, { fields: { colour: one(['red', 'blue']) } }),
    (id) => one(agents).call(`POST /tickets/${id}/merge`, { into: one(ids) }),
    (id) =>
      world.app.executor
        .execute(
          letterComes,
          { ticketId: id, body: one(['Нужно срочно', 'И?']), automatic: random(4) === 0 },
          self,
        )
        .catch(() => undefined),
  ];
  for (let turn = 0; turn < 40; turn += 1) {
    // Whole hours, as all times of these settings: what is due is due when somebody looks.
    for (let hour = random(3); hour >= 0; hour -= 1) {
      world.clock.move({ hours: 1 });
      await timers.look();
    }
    if (turn % 4 === 0) {
      const words = one([{ body: 'У нас пожар' }, { body: 'Hello', status: 'solved' }, {}]);
      ids.push((await open(one(agents), words)).id as string);
    } else {
      await one(acts)(one(ids));
    }
    await world.settle();
  }
  for (const ticketId of ids) {
    await world.app.executor.execute(lookAtClocks, { ticketId }, self).catch(() => undefined);
  }
  await timers.stop();
  return ready;
}
