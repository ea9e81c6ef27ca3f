import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { fillLiquid } from '../../../../kernel/liquid/liquid.ts';
import { id } from '../../../../kernel/text.ts';
import { readWorkspace } from '../../../identity/public.ts';
import {
  askedValues,
  copyFiles,
  difference,
  findLastRequest,
  lockTicket,
  patchFor,
  readLocked,
  readTicket,
  stateOf,
  ticketRef,
  undoPatch,
  type Changes,
  type TicketState,
} from '../../../tickets/public.ts';
import { macroRun, macroUndone } from '../../events.ts';
import { filledText, mustFill } from '../../filled-text.ts';
import { readTemplate } from '../../queries/read-template.ts';
import { notePast } from '../../ranking/past-store.ts';
import { stemsOf } from '../../ranking/rank-templates.ts';
import { wordsIn } from '../../rules.ts';
import { Locale } from '../../schema.ts';
import { countUse, lockTemplate } from '../../store.ts';
import { valuesOf } from '../../ticket-values.ts';
import {
  countMacroUse,
  findRunOf,
  insertRun,
  lockMacro,
  lockOwnRun,
  markUndone,
} from '../macro-store.ts';
import { readMacro } from '../queries/read-macros.ts';
import type { MacroActs } from '../schema.ts';

/**
 * The steps of a macro around the ordinary commands that do its acts. All run in one transaction: the ticket has all of
 * them or none.
 */
const State = z.record(z.string(), z.unknown());
const Texts = z.object({
  body: z.string(),
  html: z.string().nullable(),
  files: z.array(z.string()),
});

const Begun = z.object({
  /** Done already, by an earlier copy of this request. */
  done: z.object({ runId: z.string(), messageId: z.string().nullable() }).nullable(),
  ticketId: z.string(),
  before: State,
  patch: State,
  note: z.string().nullable(),
  answer: Texts.nullable(),
  /** RFC 3339, or `answer`. */
  snooze: z.string().nullable(),
});
export type Begun = z.infer<typeof Begun>;

/** Locks the ticket and says what is to be done to it. */
export const beginMacro = defineCommand({
  name: 'macros.begin',
  permission: 'ticket.read',
  input: z.strictObject({
    macroId: id(),
    ticketId: ticketRef,
    locale: Locale.optional(),
    /** In the place of whom the macro names. */
    assigneeId: id().optional(),
    requestKey: z.string().max(200).nullable(),
  }),
  output: Begun,

  async run(ctx, { macroId, ticketId: ref, locale, assigneeId: instead, requestKey }) {
    const before = stateOf(await lockTicket(ctx, ref));
    const earlier = requestKey === null ? undefined : await findRunOf(ctx, requestKey);
    if (earlier) {
      return { ...nothing(before), done: { runId: earlier.id, messageId: earlier.message_id } };
    }
    const { acts: told } = await readMacro(ctx.tx, ctx.actor, macroId);
    const acts = told.assigneeId && instead ? { ...told, assigneeId: instead } : told;
    const texts = await textsOf(ctx, { acts, ticketId: before.id, locale });
    return {
      ...nothing(before),
      patch: patchOf(ctx, before, acts) as Record<string, unknown>,
      ...texts,
      snooze: snoozeOf(ctx, acts),
    };
  },
});

const nothing = (before: TicketState): Begun => ({
  done: null,
  ticketId: before.id,
  before: before as unknown as Record<string, unknown>,
  patch: {},
  note: null,
  answer: null,
  snooze: null,
});

function patchOf({ actor }: CommandContext, before: TicketState, acts: MacroActs): Changes {
  const { note: _note, answerTemplateId: _answer, snooze: _snooze, ...more } = acts;
  const { assigneeId, fields, ...plain } = more;
  const whom = assigneeId === 'me' ? actor.id : assigneeId;
  // The command that changes own fields takes only those that change.
  return {
    ...patchFor(before, { ...plain, ...(whom !== undefined && { assigneeId: whom }) }),
    ...(fields && { fields }),
  };
}

function snoozeOf({ now }: CommandContext, { snooze }: MacroActs): string | null {
  if (snooze === undefined || snooze === 'answer') {
    return snooze ?? null;
  }
  return new Date(now.getTime() + snooze.hours * 3_600_000).toISOString();
}

type Wanted = { acts: MacroActs; ticketId: string; locale: Locale | undefined };

async function textsOf(ctx: CommandContext, { acts, ticketId, locale }: Wanted) {
  const { tx, actor, now } = ctx;
  const { note, answerTemplateId } = acts;
  if (note === undefined && answerTemplateId === undefined) {
    return { note: null, answer: null };
  }
  const ticket = await readTicket(tx, actor, ticketId);
  const workspace = await readWorkspace(tx, actor.workspaceId);
  const spoken = locale ?? workspace.locale;
  const values = valuesOf(ticket, {
    agentName: actor.name,
    companyName: workspace.name,
    locale: spoken,
    now,
  });
  const manner = { locale: spoken, timeZone: workspace.timeZone, now };
  const said =
    note === undefined
      ? null
      : mustFill(() => fillLiquid(note, values, { ...manner, html: false }));
  if (answerTemplateId === undefined) {
    return { note: said, answer: null };
  }
  const template = await readTemplate(tx, actor, answerTemplateId);
  const words = wordsIn(template.text, spoken);
  if (!words) {
    throw new Refusal('not_found', 'template.not_found');
  }
  const { body, html } = mustFill(() => filledText(words, values, manner));
  const files = await copyFiles(
    ctx,
    template.files.map((file) => file.id),
  );
  await lockTemplate(ctx, template.id);
  await countUse(ctx, template.id);
  const request = await findLastRequest(tx, { workspaceId: actor.workspaceId, ticketId });
  await notePast(ctx, template.id, {
    stems: stemsOf(`${ticket.subject}\n${request}`).map(({ stem }) => stem),
    categoryId: ticket.category?.id ?? null,
  });
  const answer = {
    body,
    html: words.html === null ? null : html,
    files: files.map((file) => file.id),
  };
  return { note: said, answer };
}

/** Compares with how the ticket was, policies' additions included: that is what an undo has to take back. */
export const noteMacroRun = defineCommand({
  name: 'macros.note-run',
  permission: 'ticket.read',
  input: z.strictObject({
    macroId: id(),
    ticketId: id(),
    before: State,
    messageId: id().nullable(),
    requestKey: z.string().max(200).nullable(),
  }),
  output: z.object({ runId: z.string() }),

  async run(ctx, { macroId, ticketId, before, messageId, requestKey }) {
    const { id: userId } = ctx.actor;
    if (userId === null) {
      throw new Refusal('forbidden', 'permission.missing');
    }
    const { name } = await lockMacro(ctx, macroId);
    const after = stateOf(await readLocked(ctx, ticketId));
    const changed = difference(before as unknown as TicketState, after);
    const runId = newId();
    await insertRun(ctx, {
      id: runId,
      macro_id: macroId,
      ticket_id: ticketId,
      user_id: userId,
      request_key: requestKey,
      before: JSON.stringify(changed?.before ?? {}),
      after: JSON.stringify(changed?.after ?? {}),
      message_id: messageId,
    });
    await countMacroUse(ctx, macroId);
    const changes = [{ field: 'macro', from: null, to: { id: macroId, name } }];
    ctx.emit(macroRun, { ticketId, macroId, runId }, { ticketId, changes });
    return { runId };
  },
});

/** What has to be taken back; an answer is taken back first. */
export const beginMacroUndo = defineCommand({
  name: 'macros.begin-undo',
  permission: 'ticket.read',
  input: z.strictObject({ runId: id() }),
  output: z.object({ ticketId: z.string(), messageId: z.string().nullable() }),

  async run(ctx, { runId }) {
    const run = await lockOwnRun(ctx, runId);
    if (run.undone_at !== null) {
      throw new Refusal('conflict', 'macro.undone_already');
    }
    await lockTicket(ctx, run.ticket_id);
    return { ticketId: run.ticket_id, messageId: run.message_id };
  },
});

/** Where nobody has changed it since; `kept` names the others. */
export const planMacroUndo = defineCommand({
  name: 'macros.plan-undo',
  permission: 'ticket.read',
  input: z.strictObject({ runId: id() }),
  output: z.object({ patch: State, kept: z.array(z.string()) }),

  async run(ctx, { runId }) {
    const run = await lockOwnRun(ctx, runId);
    const now = stateOf(await readLocked(ctx, run.ticket_id));
    const { patch, kept } = undoPatch(now, { before: run.before, after: run.after } as {
      before: Changes;
      after: Changes;
    });
    const { fields } = patch;
    return {
      patch: { ...patch, ...(fields && { fields: askedValues(now.fields, fields) }) },
      kept: [...kept],
    };
  },
});

export const noteMacroUndone = defineCommand({
  name: 'macros.note-undone',
  permission: 'ticket.read',
  input: z.strictObject({ runId: id() }),
  output: z.object({}),

  async run(ctx, { runId }) {
    const run = await lockOwnRun(ctx, runId);
    const { name } = await lockMacro(ctx, run.macro_id);
    await markUndone(ctx, runId);
    const { ticket_id: ticketId, macro_id: macroId } = run;
    const changes = [{ field: 'macro', from: { id: macroId, name }, to: null }];
    ctx.emit(macroUndone, { ticketId, macroId, runId }, { ticketId, changes });
    return {};
  },
});
