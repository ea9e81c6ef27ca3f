import type { Generated } from 'kysely';
import type { KernelTables } from '../../kernel/kernel-tables.ts';

export type RoleKey = 'administrator' | 'lead' | 'agent' | 'observer';
export type Scope = 'all' | 'teams';

/** The tables of this module. Others may join `user_account` and `team` for names; only this module's stores write. */
export type IdentityTables = {
  role: {
    workspace_id: string;
    id: string;
    key: RoleKey | null;
    name: string;
    permissions: string[];
    scope: Scope;
    version: Generated<number>;
    created_at: Date;
  };
  user_account: {
    workspace_id: string;
    id: string;
    name: string;
    email: string;
    email_key: string;
    password_hash: string;
    role_id: string;
    active: Generated<boolean>;
    locale: 'ru' | 'en';
    theme: Generated<'auto' | 'light' | 'dark'>;
    /** Sealed by the key of the data folder; waiting for its first code while `totp_enabled_at` is null. */
    totp_secret: string | null;
    totp_enabled_at: Date | null;
    totp_last_step: Generated<number>;
    last_seen_at: Date | null;
    version: Generated<number>;
    created_at: Date;
  };
  team: {
    workspace_id: string;
    id: string;
    name: string;
    version: Generated<number>;
    created_at: Date;
  };
  team_member: { workspace_id: string; team_id: string; user_id: string };
  user_session: {
    workspace_id: string;
    id: string;
    user_id: string;
    secret_hash: Buffer;
    user_agent: string | null;
    ip: string | null;
    created_at: Date;
    last_seen_at: Date;
    expires_at: Date;
  };
  recovery_code: { workspace_id: string; user_id: string; code_hash: Buffer };
  api_token: {
    workspace_id: string;
    id: string;
    user_id: string;
    name: string;
    scopes: string[];
    secret_hash: Buffer;
    prefix: string;
    expires_at: Date | null;
    last_used_at: Date | null;
    created_at: Date;
  };
  sign_in_failure: {
    workspace_id: string;
    subject: string;
    tries: number;
    last_at: Date;
    locked_until: Date | null;
  };
};

export type AllTables = IdentityTables & KernelTables;
