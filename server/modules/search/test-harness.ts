import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import type { World } from '../../test/world.ts';
import { subjects, wordless } from './rules/plan-work.ts';

/** What somebody finds, as "ticket subject" or the name of a card. */
export async function found(by: Person, q: string, more = ''): Promise<string[]> {
  const { body } = await asked(by, q, more);
  return (body.items as Json[]).map((hit) => hit.subject ?? hit.name);
}

export const asked = (by: Person, q: string, more = '') =>
  by.call(`GET /search?q=${encodeURIComponent(q)}${more}`);

const patienceMs = 10_000;

/** Waits until the index has read everything that has happened. */
export async function untilIndexed(world: World, company: Company): Promise<void> {
  await world.settle();
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const { rows } = await world.admin.query<{ behind: boolean }>(
      `select coalesce((select position.tickets_below is not null or exists (
         select from event where event.workspace_id = $1 and (event.tx, event.id) > (position.tx, position.event_id)
           and event.name <> all($2) and split_part(event.name, '.', 1) = any($3))
       from search_position as position where position.workspace_id = $1), true) as behind`,
      [company.id, wordless, subjects],
    );
    if (!rows[0]?.behind) {
      return;
    }
    if (performance.now() > deadline) {
      throw new Error('the search index does not catch up');
    }
    await pause(25);
  }
}

export async function open(
  by: Person,
  ticket: { subject: string; body?: string; from?: object; tags?: string[]; teamId?: string },
): Promise<{ id: string; number: number }> {
  const {
    subject,
    body = 'Nothing else.',
    from = { email: 'rita@person.test', name: 'Rita Berg' },
  } = ticket;
  const { tags, teamId } = ticket;
  const made = await by.call('POST /tickets', {
    subject,
    body,
    requester: from,
    ...(tags && { tags }),
    ...(teamId && { teamId }),
  });
  if (made.status !== 201) {
    throw new Error(`no ticket: ${JSON.stringify(made.body)}`);
  }
  return made.body as { id: string; number: number };
}
