import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { readWorkspace } from '../../identity/public.ts';
import { usualTickets } from '../life/plan.ts';
import { toDemo } from '../queries/read-demo.ts';
import { Demo } from '../schema.ts';
import { lockDemo } from '../store.ts';
import { beginLoading } from '../begin-loading.ts';

/** Asks for the demo company. It is made in the background; asking twice makes one. */
export const loadDemo = defineCommand({
  name: 'demo.load',
  permission: 'workspace.change',
  input: z.strictObject({
    /** How much has happened there; fewer for a quick look. */
    tickets: z.int().min(50).max(usualTickets).default(usualTickets),
  }),
  output: Demo,

  async run(ctx, { tickets }) {
    const before = await lockDemo(ctx.tx, ctx.actor.workspaceId);
    if (before?.state === 'removing') {
      throw new Refusal('conflict', 'demo.being_removed');
    }
    if (before && before.state !== 'removed') {
      return toDemo(before);
    }
    const { locale, timeZone } = await readWorkspace(ctx.tx, ctx.actor.workspaceId);
    return toDemo(await beginLoading(ctx, { locale, timeZone, tickets }));
  },
});
