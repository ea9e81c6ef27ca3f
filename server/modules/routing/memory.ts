import type { Reader } from '../../kernel/database.ts';
import type { AvailabilityMemory } from '../availability/public.ts';
import type { CompiledRouting } from './deciding/compile.ts';
import type { RoutingSettings } from './deciding/decide.ts';
import type { KnownRouting } from './known-routing.ts';
import type { LoadMemory } from './loads.ts';

/** What a process knows of routing beside the database. */
export type RoutingMemory = {
  readonly known: KnownRouting;
  readonly loads: LoadMemory;
  readonly availability: Pick<AvailabilityMemory, 'of'>;
};

export type Compiled = { readonly memory: RoutingMemory; readonly compiled: CompiledRouting };

/** What people have in hand and who is there. */
export type Now = Pick<RoutingSettings, 'loads' | 'availability'>;

export const readNow = async (
  db: Reader,
  workspaceId: string,
  { memory }: Pick<Compiled, 'memory'>,
): Promise<Now> => ({
  loads: await memory.loads.read(db, workspaceId),
  availability: await memory.availability.of(workspaceId, db),
});
