import { z } from 'zod';
import { systemActor } from '../../../kernel/actor.ts';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import type { Database, Reader } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { followLog } from '../../../kernel/follow-log.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { customerEvents, tellCustomers } from '../customers/tell-customers.ts';
import { usersWithDevices } from '../queries/list-devices.ts';
import { toldEvents, whoIsTold } from '../rules/who-is-told.ts';
import { readStretch, savePosition, takesTurn } from './position-store.ts';
import { readSurroundings } from '../queries/read-around.ts';
import { tell } from './tell.ts';

/** Whether letters can leave the house at all. */
export type MailPossible = (db: Reader, workspaceId: string) => Promise<boolean>;

/** What is so old was brought in from the past: nobody is called because of it. */
const longAgoMs = 12 * 3_600_000;

const names = [...new Set([...toldEvents, ...customerEvents])];

/**
 * Tells people of what has happened since the last time. Notices and the place in the log are written together: a step that
 * breaks off is done again, and nobody is told twice or forgotten.
 */
export const followFacts = (mailPossible: MailPossible) =>
  defineCommand({
    name: 'notifications.follow',
    permission: 'notice.add',
    input: z.strictObject({}),
    output: z.object({ more: z.boolean() }),

    async run(ctx) {
      if (!(await takesTurn(ctx))) {
        return { more: false };
      }
      const { events, more, next } = await readStretch(ctx, names);
      const recent = events.filter(({ at }) => ctx.now.getTime() - at.getTime() < longAgoMs);
      if (recent.length > 0) {
        const around = await readSurroundings(ctx.tx, ctx.actor.workspaceId, recent);
        await tell(
          ctx,
          recent.flatMap((event) => whoIsTold(event, around.of(event))),
          {
            tickets: around.tickets,
            possible: (userIds) => possibleWays(ctx, userIds, mailPossible),
          },
        );
        await tellCustomers(ctx, recent, around);
      }
      if (next) {
        await savePosition(ctx, next);
      }
      return { more };
    },
  });

const possibleWays = async (
  { tx, actor: { workspaceId } }: CommandContext,
  userIds: readonly string[],
  mailPossible: MailPossible,
) => ({
  mail: await mailPossible(tx, workspaceId),
  push: await usersWithDevices(tx, workspaceId, userIds),
});

/** Far below the second in which one wants to hear of what concerns oneself. */
const gatherMs = 250;

type Parts = {
  readonly db: Database;
  readonly log: Log;
  readonly executor: Executor;
  readonly mailPossible: MailPossible;
};

/** Tells people what happens, for as long as it runs. */
export function startTelling({ db, log, executor, mailPossible }: Parts) {
  const follow = followFacts(mailPossible);
  return followLog({
    db,
    log,
    name: 'notifications',
    gatherMs,
    workspaces: () => listWorkspaceIds(db),
    advance: async (workspaceId) =>
      (await executor.execute(follow, {}, systemActor(workspaceId, 'notifications'))).more,
  });
}
