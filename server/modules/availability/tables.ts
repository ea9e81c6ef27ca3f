import type { Span } from '../calendars/public.ts';
import type { AbsenceKind, HandsOver } from './schema.ts';

type Week = Record<string, Span[]>;

/** The tables of this module; only its stores write. */
export type AvailabilityTables = {
  work_schedule: {
    workspace_id: string;
    user_id: string;
    calendar_id: string | null;
    zone: string | null;
    week: Week | null;
    version: number;
  };
  user_away: { workspace_id: string; user_id: string; since: Date; until: Date | null };
  absence: {
    workspace_id: string;
    id: string;
    user_id: string;
    kind: AbsenceKind;
    starts_at: Date;
    ends_at: Date | null;
    first_day: string | null;
    last_day: string | null;
    note: string;
    substitute_id: string | null;
    hands_over: HandsOver;
    gives_back: boolean;
    state: 'planned' | 'running' | 'over';
    revised_at: Date;
    alarm_at: Date | null;
    moving: boolean;
    created_by_name: string;
    created_at: Date;
    version: number;
  };
  absence_ticket: {
    workspace_id: string;
    absence_id: string;
    ticket_id: string;
    to_user_id: string | null;
    state: 'handed' | 'returned' | 'kept';
    handed_at: Date;
    settled_at: Date | null;
  };
  duty: {
    workspace_id: string;
    id: string;
    team_id: string | null;
    starts_at: Date | null;
    ends_at: Date | null;
    zone: string | null;
    week: Week | null;
    version: number;
    created_at: Date;
  };
  duty_person: { workspace_id: string; duty_id: string; position: number; user_id: string };
};

/** Names of lower modules: joined, never written. */
export type NameTables = {
  user_account: { workspace_id: string; id: string; name: string; active: boolean };
  team: { workspace_id: string; id: string; name: string };
  calendar: { workspace_id: string; id: string; name: string; zone: string };
  ticket: {
    workspace_id: string;
    id: string;
    number: number;
    subject: string;
    status: string;
    team_id: string | null;
    assignee_id: string | null;
    merged_into: string | null;
    due_at: Date | null;
  };
};
