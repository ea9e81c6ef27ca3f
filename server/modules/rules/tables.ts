import type { Generated, JSONColumnType } from 'kysely';
import type { Condition } from '../tickets/public.ts';
import type { RuleAction, RuleDefinition, RuleTrigger } from './schema.ts';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export type RuleTables = {
  rule: {
    workspace_id: string;
    id: string;
    name: string;
    enabled: boolean;
    position: number;
    trigger: Json<RuleTrigger>;
    condition: Json<Condition>;
    actions: Json<RuleAction[]>;
    version: number;
    created_at: Date;
    changed_at: Date;
    changed_by_name: string;
  };
  rule_version: {
    workspace_id: string;
    rule_id: string;
    version: number;
    definition: Json<RuleDefinition>;
    changed_at: Date;
    changed_by_name: string;
  };
  rule_use: {
    workspace_id: string;
    id: string;
    rule_id: string;
    ticket_id: string | null;
    at: Date;
    n: Generated<number>;
  };
  rule_effect: {
    workspace_id: string;
    id: string;
    rule_id: string;
    rule_name: string;
    rule_version: number;
    ticket_id: string;
    action: Json<RuleAction>;
    follows: string[];
    state: 'queued' | 'done' | 'failed';
    attempts: Generated<number>;
    problem: string | null;
    created_at: Date;
    finished_at: Date | null;
  };
  rule_timer: { workspace_id: string; rule_id: string; ticket_id: string; since: Date };
  rule_secret: { workspace_id: string; sealed: string; made_at: Date };
};
