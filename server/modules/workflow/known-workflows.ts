import type { Database } from '../../kernel/database.ts';
import { openKnown, type Known } from '../../kernel/known.ts';
import { categoryNotice } from '../tickets/public.ts';
import { readStored } from './queries/read-workflows.ts';
import { compileWorkflows, type Workflows } from './rules/workflow.ts';
import { workflowNotice } from './notice.ts';

/** Compiled. */
export type KnownWorkflows = Known<Workflows>;

export const openKnownWorkflows = (db: Database): KnownWorkflows =>
  openKnown(db, {
    channels: [workflowNotice, categoryNotice],
    read: async (reader, workspaceId) => compileWorkflows(await readStored(reader, workspaceId)),
  });
