import type { Generated, JSONColumnType } from 'kysely';
import type { SettableStatus, TicketType } from '../tickets/public.ts';
import type { z } from 'zod';
import type { FieldDefinition, OwnStatus, WorkflowDefinition } from './schema.ts';

export type StatusClass = z.infer<typeof SettableStatus>;

export type WorkflowTables = {
  own_status: {
    workspace_id: string;
    id: string;
    type: TicketType;
    class: StatusClass;
    name: string;
    other_name: string | null;
    colour: OwnStatus['colour'];
    shape: OwnStatus['shape'];
    position: number;
    retired: Generated<boolean>;
    moves_to: string | null;
    version: Generated<number>;
  };
  workflow: {
    workspace_id: string;
    type: TicketType;
    definition: JSONColumnType<WorkflowDefinition, string, string>;
    version: number;
  };
  field_definition: {
    workspace_id: string;
    id: string;
    name: string;
    label: string;
    other_label: string | null;
    kind: FieldDefinition['kind'];
    choices: string[];
    types: TicketType[];
    position: number;
    version: Generated<number>;
    removed_at: Date | null;
  };
  checklist: {
    workspace_id: string;
    id: string;
    name: string;
    steps: string[];
    automatic: boolean;
    types: TicketType[];
    category_ids: string[];
    position: number;
    version: Generated<number>;
  };
  ticket_task: {
    workspace_id: string;
    id: string;
    ticket_id: string;
    text: string;
    assignee_id: string | null;
    team_id: string | null;
    due_at: Date | null;
    done_at: Date | null;
    done_by_name: string | null;
    position: number;
    checklist_id: string | null;
    checklist_name: string | null;
    step: number | null;
    told_at: Date | null;
    made_at: Date;
    made_by_id: string | null;
    made_by_name: string;
    version: Generated<number>;
  };
};
