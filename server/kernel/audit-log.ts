import type { Actor } from './actor.ts';
import type { AuditNote } from './commands.ts';
import type { Tx } from './database.ts';
import { newId } from './ids.ts';
import type { KernelTables } from './kernel-tables.ts';

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

type Batch = { actor: Actor; now: Date; audits: readonly AuditNote[] };

/** Who changed which setting, before and after. Secrets never come here: notes name them, not show them. */
export async function appendAudit(tx: Tx, { actor, now, audits }: Batch): Promise<void> {
  if (audits.length === 0) {
    return;
  }
  await tx
    .withTables<KernelTables>()
    .insertInto('audit_entry')
    .values(
      audits.map(({ action, subject, before, after }) => ({
        workspace_id: actor.workspaceId,
        id: newId(),
        at: now,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        ip: actor.ip,
        action,
        subject_kind: subject.kind,
        subject_id: subject.id,
        subject_name: subject.name,
        before: json(before),
        after: json(after),
      })),
    )
    .execute();
}
