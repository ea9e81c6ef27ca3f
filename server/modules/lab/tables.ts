import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { DraftChange, LabDifference, LabResult, RunState } from './schema.ts';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export type LabTables = {
  lab_run: {
    workspace_id: string;
    id: string;
    user_id: string | null;
    user_name: string;
    changes: Json<DraftChange[]>;
    title: string;
    days: number;
    state: RunState;
    done: Generated<number>;
    tickets: number | null;
    result: Json<LabResult> | null;
    problem: string | null;
    kept: Generated<boolean>;
    switched_on_at: Date | null;
    created_at: Date;
    finished_at: Date | null;
  };
  lab_example: {
    workspace_id: string;
    run_id: string;
    ticket_id: string;
    kinds: string[];
    differences: Json<LabDifference[]>;
  };
};

export type RunRow = Selectable<LabTables['lab_run']>;

/** How long what came of a run is kept, unless somebody says so. */
export const keptMs = 7 * 86_400_000;
