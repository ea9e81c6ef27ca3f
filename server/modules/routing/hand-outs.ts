import { newId } from '../../kernel/ids.ts';

export type Handed = {
  readonly ticketId: string;
  readonly userId: string;
  readonly weight: number;
};

export type HandOut = Handed & {
  readonly turn: string;
  /** performance.now */
  readonly until: number;
};

/** What this process is just handing out, by workspace. */
export type HandOuts = {
  add(workspaceId: string, handed: Handed): void;
  of(workspaceId: string): readonly HandOut[];
  /** Somebody has read these as committed. */
  seen(workspaceId: string, ticketIds: ReadonlySet<string>): void;
};

/** Longer than a transaction takes; one that was rolled back counts no longer than this. */
const keptMs = 2_000;

/** @param graceMs how long after others have seen a hand-out somebody may still decide by what was read before it */
export function openHandOuts(graceMs: number): HandOuts {
  const running = new Map<string, readonly HandOut[]>();
  const of = (workspaceId: string) => running.get(workspaceId) ?? [];
  return {
    of,
    add(workspaceId, handed) {
      const one = { ...handed, turn: newId(), until: performance.now() + keptMs };
      running.set(workspaceId, [...of(workspaceId), one]);
    },
    seen(workspaceId, ticketIds) {
      const now = performance.now();
      const ending = (each: HandOut): HandOut =>
        ticketIds.has(each.ticketId)
          ? { ...each, until: Math.min(each.until, now + graceMs) }
          : each;
      const left = of(workspaceId).filter(({ until }) => until > now);
      if (left.length === 0) {
        running.delete(workspaceId);
      } else {
        running.set(workspaceId, left.map(ending));
      }
    },
  };
}
