import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { checkLiquid } from '../../../kernel/liquid/check-liquid.ts';
import { LiquidError, type LiquidProblem } from '../../../kernel/liquid/liquid.ts';
import { id } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { readWorkspace } from '../../identity/public.ts';
import { findNewestTicket, templateVariables, TextProblem } from '../../templates/public.ts';
import { readTicket, ticketRef } from '../../tickets/public.ts';
import { customerNoticeChanged } from '../events.ts';
import { CustomerKind, CustomerTexts, seenVersion } from '../schema.ts';
import { dispatchQueue } from '../sending/queue.data.ts';
import type { MailPossible } from '../telling/follow-facts.ts';
import type { NoticeTables } from '../tables.ts';
import { fillLetter, type FilledLetter } from './fill-letter.ts';
import { CustomerNotice, readCustomerNotices } from './read-settings.ts';

type Channels = { channel: { workspace_id: string; id: string; removed_at: Date | null } };
type Problem = { readonly field: string } & LiquidProblem;

function problemsIn(texts: CustomerTexts): Problem[] {
  return (['ru', 'en'] as const).flatMap((locale) =>
    (['subject', 'body'] as const).flatMap((part) => {
      const problem = checkLiquid(texts[locale][part], templateVariables);
      return problem ? [{ field: `texts.${locale}.${part}`, ...problem }] : [];
    }),
  );
}

function mustBeSound(texts: CustomerTexts): void {
  const errors = problemsIn(texts);
  if (errors.length > 0) {
    throw new Refusal('invalid', 'input.invalid', { errors });
  }
}

/** For which channels customers are told of something, and in which words. */
export const setCustomerNotice = defineCommand({
  name: 'notifications.set-customer-notice',
  permission: 'notification.change',
  input: z.strictObject({
    kind: CustomerKind,
    channelIds: z.array(id()).max(200),
    texts: CustomerTexts,
    version: seenVersion,
  }),
  output: CustomerNotice,

  async run(ctx, { kind, channelIds, texts, version: seen }) {
    mustBeSound(texts);
    await mustBeChannels(ctx, channelIds);
    const { workspaceId } = ctx.actor;
    const db = ctx.tx.withTables<NoticeTables>();
    // Two who save at once: the second sees what the first has made of it.
    await db
      .selectFrom('customer_notice')
      .select('kind')
      .where('workspace_id', '=', workspaceId)
      .forUpdate()
      .execute();
    const before = await readOne(ctx, kind);
    mustBeCurrent(before, seen);
    const columns = { channel_ids: [...new Set(channelIds)], texts: JSON.stringify(texts) };
    await db
      .insertInto('customer_notice')
      .values({ workspace_id: workspaceId, kind, version: 1, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'kind'])
          .doUpdateSet({ ...columns, version: before.version + 1 }),
      )
      .execute();
    const after = await readOne(ctx, kind);
    ctx.audit({
      action: 'customer-notice.changed',
      subject: { kind: 'customer-notice', id: kind, name: kind },
      before: { channelIds: before.channelIds, texts: before.texts },
      after: { channelIds: after.channelIds, texts: after.texts },
    });
    ctx.emit(customerNoticeChanged, { kind });
    return after;
  },
});

async function readOne({ tx, actor }: CommandContext, kind: CustomerKind): Promise<CustomerNotice> {
  const all = await readCustomerNotices(tx, actor.workspaceId);
  return all.find((each) => each.kind === kind) as CustomerNotice;
}

async function mustBeChannels({ tx, actor }: CommandContext, ids: readonly string[]) {
  if (ids.length === 0) {
    return;
  }
  const rows = await tx
    .withTables<Channels>()
    .selectFrom('channel')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', 'in', [...ids])
    .where('removed_at', 'is', null)
    .execute();
  const known = new Set(rows.map((row) => row.id));
  const missing = ids.findIndex((each) => !known.has(each));
  if (missing !== -1) {
    throw invalid(`channelIds.${missing}`, 'unknown');
  }
}

const Shown = z.object({
  subject: z.string().nullable(),
  text: z.string().nullable(),
  html: z.string().nullable(),
  problems: z.array(TextProblem.extend({ field: z.string() })),
});

/** As a customer would read it, in both languages, for a real ticket; changes nothing. */
export const previewCustomerNotice = defineCommand({
  name: 'notifications.preview-customer-notice',
  permission: 'notification.change',
  input: z.strictObject({ texts: CustomerTexts, ticketId: ticketRef.optional() }),
  output: z.object({
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }).nullable(),
    ru: Shown,
    en: Shown,
  }),

  async run(ctx, { texts, ticketId }) {
    const scene = await sceneOf(ctx, ticketId);
    const problems = problemsIn(texts);
    const show = (locale: 'ru' | 'en') => {
      const own = problems.filter(({ field }) => field.startsWith(`texts.${locale}.`));
      const nothing = { subject: null, text: null, html: null };
      if (own.length > 0 || !scene) {
        return { ...nothing, problems: own };
      }
      try {
        return { ...fillLetter(texts, locale, scene), problems: [] };
      } catch (error) {
        if (error instanceof LiquidError) {
          return { ...nothing, problems: [{ field: `texts.${locale}.body`, ...error.problem }] };
        }
        throw error;
      }
    };
    const ticket = scene?.ticket;
    return {
      ticket: ticket ? { id: ticket.id, number: ticket.number, subject: ticket.subject } : null,
      ru: show('ru'),
      en: show('en'),
    };
  },
});

async function sceneOf(ctx: CommandContext, ticketId: string | undefined) {
  const { tx, actor, now } = ctx;
  const ref = ticketId ?? (await findNewestTicket(tx, actor));
  const ticket = ref === null ? null : await readTicket(tx, actor, ref);
  return ticket && { ticket, workspace: await readWorkspace(tx, actor.workspaceId), now };
}

/** Sends the letter to whoever asks, as a customer would get it. */
export const trySample = (mailPossible: MailPossible) =>
  defineCommand({
    name: 'notifications.try-customer-notice',
    permission: 'notification.change',
    input: z.strictObject({ texts: CustomerTexts, locale: z.enum(['ru', 'en']) }),
    output: z.object({ dispatchId: z.string() }),

    async run(ctx, { texts, locale }) {
      mustBeSound(texts);
      const userId = ctx.actor.id;
      if (userId === null) {
        throw new Refusal('forbidden', 'permission.missing');
      }
      if (!(await mailPossible(ctx.tx, ctx.actor.workspaceId))) {
        throw new Refusal('not_allowed', 'notification.no_mailbox');
      }
      const scene = await sceneOf(ctx, undefined);
      if (!scene) {
        throw new Refusal('not_found', 'ticket.not_found');
      }
      const dispatchId = await insertSample(ctx, userId, fillLetter(texts, locale, scene));
      return { dispatchId };
    },
  });

async function insertSample(
  ctx: CommandContext,
  userId: string,
  words: FilledLetter,
): Promise<string> {
  const dispatchId = newId();
  await ctx.tx
    .withTables<NoticeTables>()
    .insertInto('notice_dispatch')
    .values({
      workspace_id: ctx.actor.workspaceId,
      id: dispatchId,
      way: 'mail',
      user_id: userId,
      person_id: null,
      ticket_id: null,
      kind: 'sample',
      bucket: `sample:${dispatchId}`,
      urgent: true,
      state: 'waiting',
      due_at: ctx.now,
      problem: null,
      words: JSON.stringify(words),
      created_at: ctx.now,
      finished_at: null,
    })
    .execute();
  ctx.enqueue({ queue: dispatchQueue.name, payload: { dispatchId } });
  return dispatchId;
}
