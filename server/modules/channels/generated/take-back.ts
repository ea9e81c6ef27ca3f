import type { CommandContext } from '../../../kernel/commands.ts';
import type { Understood } from '../email/ingest/understand.ts';
import { threadKeys } from '../email/threading/thread-keys.ts';
import { generatedAnswered, generatedBounced } from '../events.ts';
import { readGeneratedId } from './generated-id.ts';

/**
 * Whether a letter answers one that the product wrote by itself, and goes no further: a colleague who answers a notice is
 * no customer, and a report that a notice did not arrive is no request. The raw letter stays.
 */
export function takenBack(
  ctx: CommandContext,
  { letter, bounce, automatic }: Pick<Understood, 'letter' | 'bounce' | 'automatic'>,
  replySecret: Uint8Array,
): boolean {
  const { workspaceId } = ctx.actor;
  const ids = [bounce?.originalMessageId, ...threadKeys(letter)];
  const answered = readGeneratedId(replySecret, workspaceId, ids);
  if (!answered || (answered.kind === 'auto' && !bounce)) {
    return false;
  }
  const { id: generatedId, kind } = answered;
  if (bounce) {
    tellReturned(ctx, bounce, { generatedId, kind });
  } else if (automatic.automatic === null) {
    ctx.emit(generatedAnswered, { generatedId, kind });
  }
  return true;
}

function tellReturned(
  ctx: CommandContext,
  { kind: reported, recipients }: NonNullable<Understood['bounce']>,
  about: { generatedId: string; kind: string },
): void {
  if (reported === 'failed') {
    ctx.emit(generatedBounced, { ...about, code: recipients[0]?.reason ?? 'other' });
  }
}
