import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../../kernel/commands.ts';
import { defineEvent } from '../../../kernel/events.ts';
import { forgetEvents } from '../../../kernel/forget-events.ts';

/** For what was never real: merges that people make, and cards that they change, keep their past. */
export const peopleRemoved = defineEvent(
  'person.removed',
  z.object({ personIds: z.array(z.string()) }),
);
export const organizationsRemoved = defineEvent(
  'organization.removed',
  z.object({ organizationIds: z.array(z.string()) }),
);

/** @throws by the database while a ticket, or a card that stays, names one of them */
export async function removePeople(ctx: CommandContext, ids: readonly string[]): Promise<void> {
  const { workspaceId } = ctx.actor;
  const named = sql.val(ids);
  await sql`delete from person_merge where workspace_id = ${workspaceId}
    and kept_id = any(${named}::uuid[]) and merged_id = any(${named}::uuid[])`.execute(ctx.tx);
  await sql`delete from person where workspace_id = ${workspaceId}
    and id = any(${named}::uuid[])`.execute(ctx.tx);
  await forgetEvents(ctx.tx, workspaceId, { personIds: ids });
  ctx.emit(peopleRemoved, { personIds: [...ids] });
}

/** @throws by the database while a person or a ticket names one of them */
export async function removeOrganizations(
  ctx: CommandContext,
  ids: readonly string[],
): Promise<void> {
  await sql`delete from organization where workspace_id = ${ctx.actor.workspaceId}
    and id = any(${sql.val(ids)}::uuid[])`.execute(ctx.tx);
  ctx.emit(organizationsRemoved, { organizationIds: [...ids] });
}
