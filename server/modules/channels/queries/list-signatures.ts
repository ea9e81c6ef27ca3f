import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { pageInput, pageOf } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { readTicket, ticketRef } from '../../tickets/public.ts';
import type { SignatureTables } from '../signature-tables.ts';
import { signatureFor } from '../signatures.ts';

type TeamNames = { team: { workspace_id: string; id: string; name: string } };

export const SignatureCard = z
  .object({
    /** Null: of every team that has none of its own. */
    team: z.object({ id: z.string(), name: z.string() }).nullable(),
    body: z.string(),
    html: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Signature' });
export type SignatureCard = z.infer<typeof SignatureCard>;

export const listSignatures = defineQuery({
  name: 'channels.list-signatures',
  permission: 'user.read',
  /** One for each team at most: all of them are one page. */
  input: z.strictObject(pageInput),
  output: pageOf(SignatureCard),
  run: async ({ db, actor }) => ({
    items: await readSignatures(db, actor.workspaceId),
    next: null,
  }),
});

export async function readSignatures(db: Reader, workspaceId: string): Promise<SignatureCard[]> {
  const rows = await db
    .withTables<SignatureTables & TeamNames>()
    .selectFrom('signature')
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'signature.workspace_id')
        .onRef('team.id', '=', 'signature.team_id'),
    )
    .select(['signature.team_id', 'team.name', 'signature.body', 'signature.html'])
    .select('signature.version')
    .where('signature.workspace_id', '=', workspaceId)
    .orderBy('team.name', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map(({ team_id: id, name, body, html, version }) => ({
    team: id === null ? null : { id, name: name ?? '' },
    body,
    html,
    version,
  }));
}

/** As it would stand below an answer that the actor writes in this ticket now. */
export const previewSignature = defineQuery({
  name: 'channels.preview-signature',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ signature: z.object({ body: z.string(), html: z.string() }).nullable() }),

  async run({ db, actor }, { ticketId }) {
    const ticket = await readTicket(db, actor, ticketId);
    const at = { teamId: ticket.team?.id ?? null, author: actor.name };
    return { signature: await signatureFor({ tx: db, actor }, at) };
  },
});
