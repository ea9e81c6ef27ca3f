import { z } from 'zod';
import { defineQuery } from '../../../../kernel/queries.ts';
import { findLastRequest, readTicket, ticketRef } from '../../../tickets/public.ts';
import { readPast } from '../../ranking/queries/read-past.ts';
import { rankTemplates, stemsOf, type Past, type Ranked } from '../../ranking/rank-templates.ts';
import { wordsOfTemplate } from '../../ranking/template-words.ts';
import { Why } from '../../ranking/why.ts';
import { selectTemplates, toTemplate } from '../../queries/read-template.ts';
import { Macro } from '../schema.ts';
import { fittingOf, type ChoiceParts } from '../../choosing/fitting-of.ts';
import { most, selectMacros, toMacros } from './read-macros.ts';

/** Macros that the actor can run on a ticket of this type: those that may answer what it says first, with their reasons. */
export const suggestMacros = ({ contributions }: ChoiceParts) =>
  defineQuery({
    name: 'macros.suggest',
    permission: 'ticket.read',
    input: z.strictObject({ ticketId: ticketRef }),
    output: z.object({ items: z.array(z.object({ macro: Macro, why: z.array(Why) })) }),

    async run({ db, actor, now }, { ticketId: ref }) {
      const { workspaceId } = actor;
      const ticket = await readTicket(db, actor, ref);
      const rows = await selectMacros(db, actor, { usable: true }).limit(most).execute();
      const ofType = rows.filter(({ types }) => types.length === 0 || types.includes(ticket.type));
      const fitting = new Set(
        await fittingOf(db, { actor, now, contributions }, { ticketId: ref, chosen: ofType }),
      );
      const macros = await toMacros(
        db,
        workspaceId,
        ofType.filter(({ id }) => fitting.has(id)),
      );
      const answers = macros.flatMap(({ template }) => template?.id ?? []);
      const templates = await selectTemplates(db, actor)
        .where('template.id', 'in', answers.length > 0 ? answers : [workspaceId])
        .execute();
      const request = await findLastRequest(db, { workspaceId, ticketId: ticket.id });
      const stems = stemsOf(`${ticket.subject}\n${request}`);
      const asked = { stems, categoryId: ticket.category?.id ?? null };
      const words = new Map(templates.map((row) => [row.id, wordsOfTemplate(toTemplate(row))]));
      const past = await readPast(db, workspaceId, asked);
      const best = rankTemplates(
        asked,
        macros.map((macro) => rankedBy(macro, words)),
        macros.flatMap((macro) => pastOf(macro, past)),
      );
      const whys = new Map(best.map(({ id, why }) => [id, why]));
      const place = new Map(best.map(({ id }, at) => [id, at]));
      return {
        items: macros
          .toSorted((a, b) => (place.get(a.id) ?? best.length) - (place.get(b.id) ?? best.length))
          .map((macro) => ({ macro, why: [...(whys.get(macro.id) ?? [])] })),
      };
    },
  });

type Words = ReadonlyMap<string, Ranked>;

/** A macro speaks of what its own name says, and of what the template says that it answers with. */
function rankedBy({ id, name, template, uses }: Macro, words: Words): Ranked {
  const own = stemsOf(name).map(({ stem }) => stem);
  const answer = template ? words.get(template.id) : undefined;
  return {
    id,
    uses,
    nameStems: new Set([...own, ...(answer?.nameStems ?? [])]),
    textStems: answer?.textStems ?? new Set(),
  };
}

const pastOf = ({ id, template }: Macro, past: readonly Past[]): Past[] =>
  past
    .filter(({ templateId }) => templateId === template?.id)
    .map((one) => ({ ...one, templateId: id }));
