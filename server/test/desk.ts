import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { openWorld } from './world.ts';

/** Every process hears of a changed setting a moment after its commit. */
export const heard = () => sleep(150);

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A company with somebody who sets it up and somebody who works there, and what both do all the time. */
export async function openDesk() {
  const world = await openWorld();
  const company = await world.found();
  const admin = company.administrator;
  const agent = await company.hire('agent', { name: 'Olga' });

  async function make(at: `POST /${string}`, body: object, by = admin) {
    const { status, body: made } = await by.call(at, body);
    expect(status, JSON.stringify(made)).toBe(201);
    return made;
  }
  let asked = 0;
  const open = (parts: object, by = agent) => {
    const requester = { email: `c${(asked += 1)}@acme.test` };
    return make('POST /tickets', { subject: 'S', body: 'B', requester, ...parts }, by);
  };
  return {
    world,
    company,
    admin,
    agent,
    /** What was made; anything but 201 fails the test. */
    make,
    open,
    patch: (id: string, body: object, by = agent) => by.call(`PATCH /tickets/${id}`, body),
    read: async (id: string) => (await agent.call(`GET /tickets/${id}`)).body,
  };
}
