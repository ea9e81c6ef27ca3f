import { contribute } from '../../kernel/extension-points.ts';
import type { Database, Reader } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import {
  ownFieldSources,
  ticketGuards,
  ticketPolicies,
  type OwnFields,
} from '../tickets/public.ts';
import { checklistsAtTheDoor, knownOwnFields, workflowGuard } from './guard-tickets.ts';
import { openKnownWorkflows, type KnownWorkflows } from './known-workflows.ts';
import { workflowLiveView } from './live-view.ts';
import { workflowRoutes } from './routes.ts';
import { restrictedStep } from './rules/refuse.ts';
import { moveTickets } from './statuses/move-tickets.ts';
import { fieldRemoval } from './fields/change-fields.ts';
import { checklistRemoval } from './checklists/change-checklists.ts';

export type WorkflowParts = { readonly db: Database; readonly executor: () => Executor };

export type WorkflowWiring = {
  readonly module: Module;
  readonly known: KnownWorkflows;
  /** For whoever shows or asks own fields outside of a command. */
  readonly ownFields: (reader: Reader, workspaceId: string) => Promise<OwnFields>;
};

export function createWorkflow(parts: WorkflowParts): WorkflowWiring {
  const known = openKnownWorkflows(parts.db);
  return {
    known,
    ownFields: async (reader, workspaceId) => (await known.of(workspaceId, reader)).fields,
    module: {
      name: 'workflow',
      routes: workflowRoutes,
      jobs: [moveTickets(parts)],
      permissions: [
        { key: 'workflow.change', group: 'company' },
        { key: restrictedStep, group: 'tickets' },
      ],
      contributions: [
        contribute(ticketGuards, workflowGuard(known)),
        contribute(ticketPolicies, checklistsAtTheDoor(known)),
        contribute(ownFieldSources, knownOwnFields(known)),
        contribute(liveViews, workflowLiveView),
        contribute(removalKinds, fieldRemoval),
        contribute(removalKinds, checklistRemoval),
      ],
    },
  };
}
