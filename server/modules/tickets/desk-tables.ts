import type { Generated, JSONColumnType } from 'kysely';
import type { SortOrder, TicketFilter, TicketSort } from './filter.ts';
import type { UncountedView } from './views/views.ts';

type Json<T> = JSONColumnType<T & object, string, string>;

/** Tables of this module that the desk works with beside tickets. */
export type DeskTables = {
  saved_view: {
    workspace_id: string;
    id: string;
    name: string;
    sharing: 'own' | 'team' | 'everybody';
    owner_id: string;
    team_id: string | null;
    filter: Json<TicketFilter>;
    sort: TicketSort;
    sort_order: SortOrder;
    columns: UncountedView['columns'];
    position: Generated<number>;
    version: Generated<number>;
    created_at: Date;
  };
  bulk_act: {
    workspace_id: string;
    id: string;
    user_id: string;
    actor: Json<Record<string, unknown>>;
    changes: Json<Record<string, unknown>>;
    state: 'running' | 'cancelling' | 'cancelled' | 'done';
    total: number;
    undo_of: string | null;
    created_at: Date;
    finished_at: Date | null;
  };
  bulk_ticket: {
    workspace_id: string;
    bulk_act_id: string;
    position: number;
    ticket_id: string;
    outcome: 'waiting' | 'changed' | 'same' | 'kept' | 'refused' | 'cancelled';
    before: Json<Record<string, unknown>> | null;
    after: Json<Record<string, unknown>> | null;
    code: string | null;
    kept: Json<unknown[]> | null;
    at: Date | null;
  };
};
