import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import type { Reader } from '../../../kernel/database.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { choicesOf, differing, type Choices } from '../rules/choices.ts';
import {
  NotificationChoices,
  NotificationDefaults,
  NotificationPreference,
  preferenceFields,
  seenVersion,
} from '../schema.ts';
import type { NoticeTables } from '../tables.ts';
import type { MailPossible } from '../telling/follow-facts.ts';
import { readPreferences } from '../queries/read-preferences.ts';

type Shown = z.infer<typeof NotificationPreference>;

/** People have preferences; a key of the API acts for its person. */
function personIn({ actor }: Pick<CommandContext, 'actor'>): string {
  if (actor.id === null) {
    throw new Refusal('forbidden', 'permission.missing');
  }
  return actor.id;
}

async function shown(
  db: Reader,
  at: { workspaceId: string; userId: string },
  mailPossible: MailPossible,
): Promise<Shown> {
  const { defaults, of } = await readPreferences(db, at.workspaceId, [at.userId]);
  const { choices, ownZone, quiet, digest, version } = of(at.userId);
  return {
    choices,
    zone: ownZone,
    quiet,
    digest,
    version,
    defaults: defaults.choices,
    mailPossible: await mailPossible(db, at.workspaceId),
  };
}

export const getPreference = (mailPossible: MailPossible) =>
  defineQuery({
    name: 'notifications.get-preference',
    permission: 'self',
    input: z.strictObject({}),
    output: NotificationPreference,
    run: ({ db, actor }) =>
      shown(db, { workspaceId: actor.workspaceId, userId: personIn({ actor }) }, mailPossible),
  });

/** How one wants to be told. What is as the company has it follows the company from then on. */
export const setPreference = (mailPossible: MailPossible) =>
  defineCommand({
    name: 'notifications.set-preference',
    permission: 'self',
    input: z.strictObject({ ...preferenceFields, version: seenVersion }),
    output: NotificationPreference,

    async run(ctx, { choices, zone, quiet, digest, version: seen }) {
      const { workspaceId } = ctx.actor;
      const userId = personIn(ctx);
      const db = ctx.tx.withTables<NoticeTables>();
      await db
        .selectFrom('notification_preference')
        .select('version')
        .where('workspace_id', '=', workspaceId)
        .where('user_id', '=', userId)
        .forUpdate()
        .execute();
      const { defaults, of } = await readPreferences(ctx.tx, workspaceId, [userId]);
      mustBeCurrent(of(userId), seen);
      const columns = {
        choices: JSON.stringify(differing(choices, defaults.choices)),
        zone,
        quiet: quiet && JSON.stringify(quiet),
        digest: digest && JSON.stringify(digest),
      };
      await db
        .insertInto('notification_preference')
        .values({ workspace_id: workspaceId, user_id: userId, version: 1, ...columns })
        .onConflict((conflict) =>
          conflict
            .columns(['workspace_id', 'user_id'])
            .doUpdateSet({ ...columns, version: of(userId).version + 1 }),
        )
        .execute();
      return shown(ctx.tx, { workspaceId, userId }, mailPossible);
    },
  });

export const getDefaults = defineQuery({
  name: 'notifications.get-defaults',
  permission: 'notification.change',
  input: z.strictObject({}),
  output: NotificationDefaults,
  run: async ({ db, actor }) => (await readPreferences(db, actor.workspaceId, [])).defaults,
});

const nobodyChose: Choices = choicesOf();

/** What holds for everybody who has not chosen otherwise. */
export const setDefaults = defineCommand({
  name: 'notifications.set-defaults',
  permission: 'notification.change',
  input: z.strictObject({ choices: NotificationChoices, version: seenVersion }),
  output: NotificationDefaults,

  async run(ctx, { choices, version: seen }) {
    const { workspaceId } = ctx.actor;
    const db = ctx.tx.withTables<NoticeTables>();
    await db
      .selectFrom('notification_default')
      .select('version')
      .where('workspace_id', '=', workspaceId)
      .forUpdate()
      .execute();
    const { defaults: before } = await readPreferences(ctx.tx, workspaceId, []);
    mustBeCurrent(before, seen);
    const stored = JSON.stringify(differing(choices, nobodyChose));
    await db
      .insertInto('notification_default')
      .values({ workspace_id: workspaceId, choices: stored, version: 1 })
      .onConflict((conflict) =>
        conflict
          .column('workspace_id')
          .doUpdateSet({ choices: stored, version: before.version + 1 }),
      )
      .execute();
    ctx.audit({
      action: 'notification.defaults-changed',
      subject: { kind: 'workspace', id: workspaceId, name: '' },
      before: { choices: before.choices },
      after: { choices },
    });
    return (await readPreferences(ctx.tx, workspaceId, [])).defaults;
  },
});
