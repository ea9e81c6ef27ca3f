import type { Database } from '../../kernel/database.ts';
import { openKnown, type Known } from '../../kernel/known.ts';
import { identityChannel } from '../identity/public.ts';
import { categoryNotice } from '../tickets/public.ts';
import type { CompiledRouting } from './deciding/compile.ts';
import { readCompiled } from './queries/read-routing.ts';
import { routingNotice } from './store.ts';

/** Compiled; forgotten when a rule, a skill, a team, a person or the categories have changed. */
export type KnownRouting = Known<CompiledRouting>;

export const openKnownRouting = (db: Database): KnownRouting =>
  openKnown(db, {
    channels: [routingNotice, identityChannel, categoryNotice],
    // Notices of people and teams say more after a colon.
    workspaceOf: (notice) => notice.split(':', 1)[0] ?? notice,
    read: readCompiled,
  });
