import type { CommandContext } from '../../../kernel/commands.ts';
import type { Absence } from '../schema.ts';

/** The audit log keeps who has entered what for whom. */
export function noteChange(
  ctx: CommandContext,
  action: string,
  before: Absence | null,
  after: Absence | null,
): void {
  const { id, user } = after ?? before ?? { id: '', user: { name: '' } };
  ctx.audit({
    action,
    subject: { kind: 'absence', id, name: user.name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

const saidOf = (absence: Absence) => ({
  kind: absence.kind,
  from: absence.firstDay ?? absence.from,
  to: absence.lastDay ?? absence.to,
  substitute: absence.substitute?.name ?? null,
  handsOver: absence.handsOver,
  givesBack: absence.givesBack,
  state: absence.state,
});
