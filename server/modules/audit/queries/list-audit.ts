import { z } from 'zod';
import type { KernelTables } from '../../../kernel/kernel-tables.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { exportIdIn } from '../../../kernel/export-mark.ts';
import { line, text } from '../../../kernel/text.ts';

const at = z.iso.datetime();
const state = z.record(z.string(), z.unknown()).nullable();

export const auditEntry = z
  .object({
    id: z.uuid(),
    at,
    actor: z.object({ id: z.uuid().nullable(), name: z.string(), kind: z.string() }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    before: state,
    after: state,
    ip: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

const cursor = z.tuple([z.uuid()]);

/** Newest first. Ids grow with time, so they are the order and the cursor. */
export const listAudit = defineQuery({
  name: 'list-audit',
  permission: 'audit.read',
  input: z.strictObject({
    ...pageInput,
    action: line({ max: 100 }).optional(),
    actorId: z.uuid().optional(),
    subjectId: line({ max: 100 }).optional(),
    /** Anything copied from an exported file: the entry of that export is found by its unseen mark. */
    mark: text({ max: 4_000 }).optional(),
  }),
  output: pageOf(auditEntry),
  async run({ db, actor }, { limit, after, action, actorId, subjectId, mark }) {
    let query = db
      .withTables<KernelTables>()
      .selectFrom('audit_entry')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (after !== undefined) {
      query = query.where('id', '<', decodeCursor(after, cursor)[0]);
    }
    if (action) {
      query = query.where('action', '=', action);
    }
    if (actorId) {
      query = query.where('actor_id', '=', actorId);
    }
    if (subjectId) {
      query = query.where('subject_id', '=', subjectId);
    }
    if (mark !== undefined) {
      query = query.where('subject_id', '=', exportIdIn(mark) ?? '');
    }
    return toPage(await query.execute(), limit, { item: toEntry, cursor: ({ id }) => [id] });
  },
});

type Row = {
  id: string;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  ip: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  subject_name: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

const toEntry = (row: Row): z.output<typeof auditEntry> => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: { id: row.actor_id, name: row.actor_name, kind: row.actor_kind },
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
  before: row.before,
  after: row.after,
  ip: row.ip,
});
