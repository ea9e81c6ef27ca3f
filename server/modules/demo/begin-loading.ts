import type { CommandContext } from '../../kernel/commands.ts';
import type { WorkspaceFounder } from '../identity/public.ts';
import { demoQueue } from './demo-queue.data.ts';
import type { DemoRow } from './schema.ts';
import { putDemo } from './store.ts';

/** The same everywhere: whoever writes a guide or a test sees what everybody sees. */
const seed = 'otklik';

type Wanted = {
  readonly locale: 'ru' | 'en';
  readonly timeZone: string;
  readonly tickets: number;
};

export async function beginLoading(
  ctx: CommandContext,
  { locale, timeZone, tickets }: Wanted,
): Promise<DemoRow> {
  const { workspaceId } = ctx.actor;
  // To the minute, so that the same minute tells the same story.
  const present = new Date(Math.floor(ctx.now.getTime() / 60_000) * 60_000);
  const row: DemoRow = {
    workspace_id: workspaceId,
    state: 'loading',
    seed,
    locale,
    time_zone: timeZone,
    present,
    tickets,
    done: 0,
    // Not known before it is told; about six things happen to a ticket.
    total: tickets * 6,
    changed_at: ctx.now,
  };
  await putDemo(ctx.tx, row);
  ctx.enqueue({ queue: demoQueue.name, payload: {} });
  ctx.audit({
    action: 'demo.loaded',
    subject: { kind: 'workspace', id: workspaceId, name: '' },
    before: null,
    after: { tickets },
  });
  return row;
}

/** Where the demo company was asked for before there was any company. */
export const loadWithTheWorkspace =
  (tickets: number): WorkspaceFounder =>
  async (ctx, { locale, timeZone }) => {
    await beginLoading(ctx, { locale, timeZone, tickets });
  };
