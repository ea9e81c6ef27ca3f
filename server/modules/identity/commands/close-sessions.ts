import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { forgetActors } from '../forget-actors.ts';
import { ownSession } from '../own.ts';
import { deleteSessions } from '../session-store.ts';
import { lockUser } from '../store.ts';

/** Signing out: here, somewhere else, everywhere else. Only one's own sessions are ever found. */
export const closeSession = defineCommand({
  name: 'close-session',
  permission: 'session',
  input: z.strictObject({ id: id() }),
  output: z.null(),
  async run(ctx, { id: sessionId }) {
    const own = ownSession(ctx.actor);
    const ended = await deleteSessions(ctx.tx, own, { only: sessionId });
    if (ended === 0) {
      throw new Refusal('not_found', 'session.not_found');
    }
    await forgetActors(ctx, own.userId);
    note(ctx, { sessionId });
    return null;
  },
});

export const closeOtherSessions = defineCommand({
  name: 'close-other-sessions',
  permission: 'session',
  input: z.strictObject({}),
  output: z.null(),
  async run(ctx) {
    const own = ownSession(ctx.actor);
    const ended = await deleteSessions(ctx.tx, own, { except: own.sessionId });
    await forgetActors(ctx, own.userId);
    note(ctx, { ended });
    return null;
  },
});

/** For the command line: signs somebody out everywhere. */
export const closeSessionsOf = defineCommand({
  name: 'close-sessions-of',
  permission: 'user.change',
  input: z.strictObject({ userId: id() }),
  output: z.object({ ended: z.int() }),
  async run(ctx, { userId }) {
    const { workspaceId } = ctx.actor;
    const user = await lockUser(ctx.tx, { workspaceId, id: userId });
    const ended = await deleteSessions(ctx.tx, { workspaceId, userId });
    await forgetActors(ctx, userId);
    ctx.audit({
      action: 'session.closed',
      subject: { kind: 'user', id: userId, name: user.name },
      before: null,
      after: { ended },
    });
    return { ended };
  },
});

function note(ctx: CommandContext, after: Record<string, unknown>): void {
  const { id: userId, name } = ctx.actor;
  ctx.audit({
    action: 'session.closed',
    subject: { kind: 'user', id: userId ?? '', name },
    before: null,
    after,
  });
}
