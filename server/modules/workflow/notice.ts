import type { CommandContext } from '../../kernel/commands.ts';
import { notifyAfterCommit } from '../../kernel/database.ts';
import { workflowChanged } from './events.ts';

/** Told on every change of a setting, so that every process forgets what it has compiled. */
export const workflowNotice = 'otklik_workflows';

type Thing = 'status' | 'steps' | 'field' | 'checklist';
type Said = Readonly<Record<string, unknown>>;
type Change = {
  readonly kind: Thing;
  readonly id: string;
  readonly name: string;
  readonly before: Said | null;
  readonly after: Said | null;
  /** It was removed and is there again. */
  readonly restored?: true;
};

/** Processes forget what they know, screens ask anew, the audit log keeps what it said before. */
export function noteChange(ctx: CommandContext, change: Change): void {
  const { kind, id, name, before, after } = change;
  notifyAfterCommit(ctx.tx, workflowNotice, ctx.actor.workspaceId);
  ctx.emit(workflowChanged, { kind, id });
  ctx.audit({
    action: `workflow.${kind}-${verbOf(change)}`,
    subject: { kind: `workflow-${kind}`, id, name },
    before,
    after,
  });
}

function verbOf({ before, after, restored }: Change): string {
  if (restored) {
    return 'restored';
  }
  return before === null ? 'added' : after === null ? 'removed' : 'changed';
}
