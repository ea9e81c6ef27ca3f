import { z } from 'zod';
import type { CommandContext } from '../commands.ts';
import { definePoint } from '../extension-points.ts';

/** How long what was removed can be put back. */
const keptMs = 30 * 86_400_000;

export const keptUntil = (removedAt: Date): Date => new Date(removedAt.getTime() + keptMs);
/** What was removed before is over. */
export const keptFrom = (now: Date): Date => new Date(now.getTime() - keptMs);
export const isKept = ({ removed_at: at }: { removed_at: Date }, now: Date): boolean =>
  at > keptFrom(now);

/** What one removal was about. */
export type RemovedThing = { readonly id: string; readonly name: string };

/** Its row as it was, as JSON: for looking into, not for writing. */
type Row = Readonly<Record<string, unknown>>;

type Kept = {
  /** Says itself in the API and in words of the clients. */
  readonly kind: string;
  /** Whoever may remove it may put it back. */
  readonly permission: string;
  /** Its own table, keyed by `workspace_id` and `id`. */
  readonly table: string;
  /** Things of a person: only who has removed one sees it among the removed and puts it back. */
  readonly ownOnly?: true;
  /** It stands in a list by its column `position`, and comes back to its place there. */
  readonly ordered?: true;
  /** Tickets or letters go on pointing at its row, which stays: these columns of it become again what they were. */
  readonly rowStays?: {
    readonly columns: readonly string[];
    /** Rows of other tables that are deleted with it by hand, and by which column they name it. */
    readonly along?: readonly { readonly table: string; readonly by: string }[];
  };
};

/** One kind of thing whose removal can be undone. */
export type RemovalKind = Kept & {
  /** Processes that remember settings forget them when they hear it. */
  readonly notice?: string;
  /** Before it comes back: takes the lock that adding one takes, refuses what adding one would refuse, e.g. for want of room. */
  beforeReturn?(ctx: CommandContext, thing: RemovedThing & { readonly row: Row }): Promise<void>;
  /** It is there again: screens show it, what follows from it is counted anew, the audit log hears of it. */
  returned(ctx: CommandContext, thing: RemovedThing & { readonly row: Row }): Promise<void>;
};

export const removalKinds = definePoint<RemovalKind>('kernel.removal-kinds');

/** What a command answers that has removed something which can be put back. */
export const Removed = z.object({ removalId: z.string() }).meta({ id: 'Removed' });
export type Removed = z.infer<typeof Removed>;

/** Null: it was removed before already, or never there. */
export const RemovedIfThere = z
  .object({ removalId: z.string().nullable() })
  .meta({ id: 'RemovedIfThere' });

export type RemovalTables = {
  removal: {
    workspace_id: string;
    id: string;
    kind: string;
    subject_id: string;
    name: string;
    removed_at: Date;
    removed_by_id: string | null;
    removed_by_name: string;
    restored_at: Date | null;
  };
};
