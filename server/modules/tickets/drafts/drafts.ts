import type { CommandContext } from '../../../kernel/commands.ts';
import { whisper } from '../../../kernel/live-whisper.ts';
import * as store from './draft-store.ts';
import { toDrafts, type Draft } from './queries/read-drafts.ts';
import { isEmptyDraft, mergeDraft, type DraftText } from '../rules/merge-draft.ts';

export type DraftChange = {
  readonly text: DraftText;
  /** The edition that was continued; null for a text that began from nothing. */
  readonly base: string | null;
  /** Its author has seen what lay aside and wants it no longer. */
  readonly dropAside?: boolean;
};

/** Keeps what is being written, merged with what another device has kept meanwhile. Null: nothing is left of it. */
export async function keepDraft(
  ctx: CommandContext,
  key: store.DraftKey,
  { text, base, dropAside = false }: DraftChange,
): Promise<Draft | null> {
  const stored = await store.lockDraft(ctx, key);
  const merged = mergeDraft(stored && dropAside ? { ...stored, aside: null } : stored, text, base);
  if (isEmptyDraft(merged)) {
    await store.deleteDraft(ctx, key);
    tellDevices(ctx, key, null);
    return null;
  }
  const row = await store.saveDraft(ctx, key, merged);
  tellDevices(ctx, key, row.edition);
  const [draft] = await toDrafts(ctx.tx, ctx.actor.workspaceId, [row]);
  return draft ?? null;
}

/** What was sent is no draft any more. */
export async function dropDraft(ctx: CommandContext, key: store.DraftKey): Promise<void> {
  if (await store.deleteDraft(ctx, key)) {
    tellDevices(ctx, key, null);
  }
}

/** Only the author's own screens; they ask for the text themselves. */
function tellDevices(ctx: CommandContext, key: store.DraftKey, edition: string | null): void {
  const { userId, ticketId, kind } = key;
  whisper(ctx, { to: [userId], event: 'draft', words: { ticketId, kind, edition } });
}
