import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { commandRoute, queryRoute, specialRoute, type Route } from '../../../kernel/routes.ts';
import { id } from '../../../kernel/text.ts';
import { ticketRef } from '../../tickets/public.ts';
import { Locale } from '../schema.ts';
import type { ChoiceParts } from '../choosing/fitting-of.ts';
import { addMacro, changeMacro, removeMacro } from './commands/keep-macros.ts';
import { listMacros } from './queries/read-macros.ts';
import { suggestMacros } from './queries/suggest-macros.ts';
import { runMacro, undoMacro, type MacroParts } from './run-macro.ts';

export const macroRoutes = (parts: MacroParts & ChoiceParts): Route[] => [
  queryRoute('GET /macros', listMacros, { summary: 'List macros' }),
  commandRoute('POST /macros', addMacro, { summary: 'Add a macro', status: 201 }),
  commandRoute('PATCH /macros/:macroId', changeMacro, { summary: 'Change a macro' }),
  commandRoute('DELETE /macros/:macroId', removeMacro, { summary: 'Remove a macro' }),
  queryRoute('GET /tickets/:ticketId/macros', suggestMacros(parts), {
    summary: 'Macros for a ticket, those that may answer it first, and why',
  }),
  specialRoute('POST /tickets/:ticketId/macros/:macroId', {
    name: 'macros.run',
    summary: 'Run a macro on a ticket: all of its acts or none',
    permission: 'ticket.read',
    input: z.strictObject({
      ticketId: ticketRef,
      macroId: id(),
      /** Of the answer; else the company's. */
      locale: Locale.optional(),
      /** Whoever gets it in the place of whom the macro names, such as the substitute of somebody absent. */
      assigneeId: id().optional(),
    }),
    output: z.object({ runId: z.string(), messageId: z.string().nullable() }),
    isRepeatable: true,
    async handle({ input, actor, headers }) {
      const key = headers['idempotency-key'];
      const requestKey = typeof key === 'string' ? key.slice(0, 200) : null;
      return { json: await runMacro(parts, actor as Actor, { ...input, requestKey }) };
    },
  }),
  specialRoute('POST /macro-runs/:runId/undo', {
    name: 'macros.undo',
    summary: 'Take back what a macro did',
    permission: 'ticket.read',
    input: z.strictObject({ runId: id() }),
    output: z.object({ kept: z.array(z.string()) }),
    async handle({ input, actor }) {
      return { json: await undoMacro(parts, actor as Actor, input) };
    },
  }),
];
