import { createECDH, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import type { SmtpSink } from '../../test/mail/smtp-sink.ts';
import type { World } from '../../test/world.ts';
import { parseLetter } from '../channels/email/letter/parse-letter.ts';
import { customerEvents } from './customers/what-customers-are-told.ts';
import { toldEvents } from './rules/who-is-told.ts';
import { followFacts } from './telling/follow-facts.ts';

type Scene = { readonly world: World; readonly company: Company; readonly sink: SmtpSink };

/** A mailbox of the company that sends by the sink. */
export async function sendingMailbox({ company, sink }: Scene): Promise<string> {
  const { host, port } = sink;
  const smtp = { host, port, security: 'none', user: 'help@own.test', password: 'secret' };
  const { body } = await company.administrator.call('POST /channels', {
    kind: 'email',
    name: 'Help',
    address: 'help@own.test',
    settings: { smtp },
  });
  return body.id as string;
}

/** Everything that has happened has been told. */
export async function told({ world, company }: Omit<Scene, 'sink'>): Promise<void> {
  const actor = systemActor(company.id, 'test');
  const follow = followFacts(world.app.channels.post.possible);
  const isBehind = async () => {
    const { rows } = await world.admin.query(
      `select 1 from event e join notification_position p on p.workspace_id = e.workspace_id
        where e.workspace_id = $1 and (e.tx, e.id) > (p.tx, p.event_id) and e.name = any($2) limit 1`,
      [company.id, [...toldEvents, ...customerEvents]],
    );
    return rows.length > 0;
  };
  for (let round = 0; round < 200; round += 1) {
    const { more } = await world.app.executor.execute(follow, {}, actor);
    if (!more && !(await isBehind())) {
      return;
    }
    await pause(10);
  }
  throw new Error('was never told');
}

/** Time passes, and what was put off until then is done. */
export async function later(
  scene: Scene,
  by: Parameters<World['clock']['move']>[0],
): Promise<void> {
  const { world } = scene;
  await told(scene);
  world.clock.move(by);
  await world.admin.query(
    `update job_queue.job set start_after = now() - interval '1 second'
      where name = 'notifications.dispatch' and state in ('created', 'retry')`,
  );
  // The queue looks for what has come due every ten seconds only.
  await world.admin.query(
    `select pg_notify('pgboss_' || left(encode(sha224('job_queue'::bytea), 'hex'), 24), 'notifications.dispatch')`,
  );
  await world.settle();
}

export const lettersTo = ({ sink }: Scene, address: string) =>
  Promise.all(
    sink.letters.filter(({ to }) => to.includes(address)).map(({ raw }) => parseLetter(raw)),
  );

/** One cell of the table, and whatever else. */
export async function choose(
  who: Person,
  topic: string,
  ways: object,
  more: object = {},
): Promise<void> {
  const { body } = await who.call('GET /me/notifications');
  const { choices, zone, quiet, digest } = body;
  const cell = { ...choices[topic], ...ways };
  const asked = { choices: { ...choices, [topic]: cell }, zone, quiet, digest, ...more };
  const answer = await who.call('PUT /me/notifications', asked);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

export const noticesOf = async (who: Person): Promise<Json[]> =>
  (await who.call('GET /notices?limit=100')).body.items;

export const kindsIn = async (who: Person, { id }: Json): Promise<string[]> =>
  (await noticesOf(who)).filter(({ ticket }) => ticket?.id === id).map(({ kind }) => kind);

/** The ticket that a letter of this mark has opened. */
export const ticketAbout = async (who: Person, mark: string): Promise<Json> =>
  (await who.call('GET /tickets?limit=100')).body.items.find(
    ({ subject }: Json) => subject === `Question ${mark}`,
  );

let browsers = 0;

/** What a browser gives: an address at a push service, here one of our own, and its keys. */
export function subscriptionAt(port: number) {
  browsers += 1;
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    endpoint: `http://127.0.0.1:${port}/push/${browsers}`,
    keys: {
      p256dh: pair.getPublicKey().toString('base64url'),
      auth: randomBytes(16).toString('base64url'),
    },
    name: 'Firefox',
  };
}
