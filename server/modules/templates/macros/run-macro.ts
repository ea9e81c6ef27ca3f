import type { Actor } from '../../../kernel/actor.ts';
import type { Command } from '../../../kernel/commands.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import {
  changeTicket,
  snoozeTicket,
  wakeTicket,
  withdrawAnswer,
  writeMessage,
} from '../../tickets/public.ts';
import type { Locale } from '../schema.ts';
import {
  beginMacro,
  beginMacroUndo,
  noteMacroRun,
  noteMacroUndone,
  planMacroUndo,
  type Begun,
} from './commands/run-steps.ts';

export type MacroParts = { readonly db: Database; readonly executor: () => Executor };

/** So long the letter of its answer waits, and the whole macro can be taken back. */
const undoSeconds = 10;

type Step = <I, O>(command: Command<I, O>, input: object) => Promise<O>;

/** One transaction for all that `act` does by ordinary commands, each with the rights of its own. */
function together<O>(
  { db, executor }: MacroParts,
  actor: Actor,
  act: (step: Step) => Promise<O>,
): Promise<O> {
  return db.transaction(actor.workspaceId, (tx) =>
    act((command, input) => executor().executeIn(tx, command, input, actor)),
  );
}

type Asked = {
  readonly macroId: string;
  readonly ticketId: string;
  readonly locale?: Locale | undefined;
  readonly assigneeId?: string | undefined;
  readonly requestKey: string | null;
};
export type MacroDone = { readonly runId: string; readonly messageId: string | null };

/** All acts of a macro on one ticket, or none. */
export function runMacro(parts: MacroParts, actor: Actor, asked: Asked): Promise<MacroDone> {
  return together(parts, actor, async (step) => {
    const begun: Begun = await step(beginMacro, asked);
    if (begun.done) {
      return begun.done;
    }
    const { ticketId, before } = begun;
    const messageId = await doActs(step, begun);
    const { macroId, requestKey } = asked;
    const noted = { macroId, ticketId, before, messageId, requestKey };
    const { runId } = await step(noteMacroRun, noted);
    return { runId, messageId };
  });
}

/** @returns the answer, when there is one */
async function doActs(
  step: Step,
  { ticketId, patch, note, answer, snooze }: Begun,
): Promise<string | null> {
  const { status, teamId, ...fields } = patch;
  const first = { ...fields, ...(status !== undefined && !answer && { status }) };
  if (Object.keys(first).length > 0) {
    await step(changeTicket, { ticketId, ...first });
  }
  if (note !== null) {
    const said = { ticketId, visibility: 'internal', body: note, keepsDraft: true };
    await step(writeMessage, said);
  }
  let messageId: string | null = null;
  if (answer) {
    const written = await step(writeMessage, {
      ticketId,
      body: answer.body,
      ...(answer.html !== null && { html: answer.html }),
      attachments: answer.files,
      ...(status !== undefined && { status }),
      undoSeconds,
      keepsDraft: true,
    });
    messageId = written.id;
  }
  if (snooze !== null) {
    await step(snoozeTicket, { ticketId, until: snooze });
  }
  // Last: whoever gives a ticket to another team may see it no longer.
  if (teamId !== undefined) {
    await step(changeTicket, { ticketId, teamId });
  }
  return messageId;
}

/** Takes a macro back as one act: its answer as long as the letter is here, its fields where nobody changed them since. */
export function undoMacro(
  parts: MacroParts,
  actor: Actor,
  { runId }: { runId: string },
): Promise<{ kept: string[] }> {
  return together(parts, actor, async (step) => {
    const { ticketId, messageId } = await step(beginMacroUndo, { runId });
    // Looked at first: what taking the answer back restores is no change by somebody else.
    const { patch, kept } = await step(planMacroUndo, { runId });
    if (messageId !== null) {
      await step(withdrawAnswer, { ticketId, messageId });
    }
    const { snooze, ...fields } = patch;
    if (Object.keys(fields).length > 0) {
      await step(changeTicket, { ticketId, ...fields });
    }
    if (snooze !== undefined) {
      await (snooze === null
        ? step(wakeTicket, { ticketId })
        : step(snoozeTicket, { ticketId, until: snooze }));
    }
    await step(noteMacroUndone, { runId });
    return { kept };
  });
}
