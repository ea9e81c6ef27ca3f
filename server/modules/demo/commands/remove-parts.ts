import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { removeOrganizations, removePeople } from '../../customers/public.ts';
import { removeUsers } from '../../identity/public.ts';
import { removeCategories, removeTickets, removeViews } from '../../tickets/public.ts';
import { demoTicketsRemoved } from '../events.ts';
import type { MarkKind } from '../schema.ts';
import { deleteMarks, lockDemo, saveDemo } from '../store.ts';

const kinds = ['ticket', 'person', 'organization', 'user', 'category', 'view'] as const;
export type PlainKind = (typeof kinds)[number];

const removal: Record<
  PlainKind,
  (ctx: CommandContext, ids: readonly string[]) => Promise<unknown>
> = {
  async ticket(ctx, ids) {
    const gone = await removeTickets(ctx, ids);
    ctx.emit(demoTicketsRemoved, { ticketIds: gone });
  },
  person: removePeople,
  organization: removeOrganizations,
  user: removeUsers,
  category: removeCategories,
  view: removeViews,
};

/** Removes rows and their marks together: a crash in between leaves both or none. */
export const removeParts = defineCommand({
  name: 'demo.remove-parts',
  permission: 'workspace.change',
  input: z.strictObject({ kind: z.enum(kinds), ids: z.array(z.string()).max(1_000) }),
  output: z.object({}),
  async run(ctx, { kind, ids }) {
    await removal[kind](ctx, ids);
    await letGo(ctx, kind, ids);
    return {};
  },
});

/** What real things hold on to stays, and is no part of the demo company any more. */
export const keepPart = defineCommand({
  name: 'demo.keep-part',
  permission: 'workspace.change',
  input: z.strictObject({ kind: z.string(), ids: z.array(z.string()).max(1_000) }),
  output: z.object({}),
  async run(ctx, { kind, ids }) {
    await letGo(ctx, kind as MarkKind, ids);
    return {};
  },
});

async function letGo(ctx: CommandContext, kind: MarkKind, ids: readonly string[]): Promise<void> {
  const { workspaceId } = ctx.actor;
  await deleteMarks(ctx.tx, workspaceId, { kind, ids });
  const row = await lockDemo(ctx.tx, workspaceId);
  if (row) {
    const done = Math.min(row.total, row.done + ids.length);
    await saveDemo(ctx.tx, workspaceId, { done, changed_at: ctx.now });
  }
}
