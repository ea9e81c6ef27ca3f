import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { cleanHtml } from '../../../kernel/html/clean-html.ts';
import { textOfHtml } from '../../../kernel/html/text-of-html.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { RemovedIfThere, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id, text, oneOfFields } from '../../../kernel/text.ts';
import { signatureChanged } from '../events.ts';
import { readSignatures, SignatureCard } from '../queries/list-signatures.ts';
import { deleteSignature, lockSignature, putSignature } from '../signature-store.ts';
import { isKnownInSignature } from '../signatures.ts';

/** `everybody` in a path stands for the signature of all teams without one of their own. */
const teamOrEverybody = z.union([z.literal('everybody'), id()]);
const teamOf = (named: string): string | null => (named === 'everybody' ? null : named);

export const setSignature = defineCommand({
  name: 'channels.set-signature',
  permission: 'team.change',
  input: z
    .strictObject({
      team: teamOrEverybody,
      body: text({ min: 1, max: 10_000 }).optional(),
      html: text({ min: 1, max: 50_000 }).optional(),
    })
    .refine(({ body, html }) => body !== undefined || html !== undefined, {
      message: 'required',
      path: ['body'],
    })
    .meta(oneOfFields('body', 'html')),
  output: SignatureCard,

  async run(ctx, { team, ...written }) {
    const teamId = teamOf(team);
    const html = written.html === undefined ? null : cleanHtml(written.html).html;
    const body = (written.body ?? textOfHtml(written.html ?? '')).trim();
    if (body === '') {
      throw invalid('body', 'too_short');
    }
    if (!isKnownInSignature(`${body}\n${html ?? ''}`)) {
      throw invalid('body', 'unknown_variable');
    }
    const before = await lockSignature(ctx, teamId);
    await putSignature(ctx, teamId, { body, html });
    const all = await readSignatures(ctx.tx, ctx.actor.workspaceId);
    const after = all.find((each) => (each.team?.id ?? null) === teamId) as SignatureCard;
    note(ctx, 'signature.changed', { after, before: before?.body ?? null });
    return after;
  },
});

export const signatureRemoval: RemovalKind = {
  kind: 'signature',
  permission: 'team.change',
  table: 'signature',
  async returned(ctx, { row }) {
    const teamId = row['team_id'] as string | null;
    const all = await readSignatures(ctx.tx, ctx.actor.workspaceId);
    const after = all.find((each) => (each.team?.id ?? null) === teamId) as SignatureCard;
    note(ctx, 'signature.restored', { after, before: null });
  },
};

export const removeSignature = defineCommand({
  name: 'channels.remove-signature',
  permission: 'team.change',
  input: z.strictObject({ team: teamOrEverybody }),
  output: RemovedIfThere,

  async run(ctx, { team }) {
    const teamId = teamOf(team);
    const all = await readSignatures(ctx.tx, ctx.actor.workspaceId);
    const before = all.find((each) => (each.team?.id ?? null) === teamId);
    if (!before && teamId !== null) {
      throw new Refusal('not_found', 'team.not_found');
    }
    const row = await lockSignature(ctx, teamId);
    if (!before || !row) {
      return { removalId: null };
    }
    const thing = { id: row.id, name: before.team?.name ?? '' };
    const removed = await keepRemoved(ctx, signatureRemoval, thing);
    await deleteSignature(ctx, teamId);
    note(ctx, 'signature.removed', { after: { ...before, body: '' }, before: before.body });
    return removed;
  },
});

function note(
  ctx: CommandContext,
  action: string,
  { after, before }: { after: SignatureCard; before: string | null },
): void {
  ctx.emit(signatureChanged, { teamId: after.team?.id ?? null });
  ctx.audit({
    action,
    subject: {
      kind: 'signature',
      id: after.team?.id ?? 'everybody',
      name: after.team?.name ?? '',
    },
    before: before === null ? null : { body: before },
    after: after.body === '' ? null : { body: after.body },
  });
}
