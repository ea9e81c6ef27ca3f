/** Where reading of one folder has come to; plain JSON, kept by the caller. */
export type MailboxState = {
  /** Decimal; UIDs mean something only together with it (RFC 9051 §2.3.1.1). */
  readonly uidValidity: string;
  /** Every letter up to this UID is safe here or stands in `failed`. */
  readonly lastUid: number;
  /** Arrival of the newest letter received, RFC 3339; null when none has been. */
  readonly newestAt: string | null;
  /** Letters that could not be received; each is tried again from `retryAt` (RFC 3339) on, until it is. */
  readonly failed: readonly FailedLetter[];
};

export type FailedLetter = {
  readonly uid: number;
  readonly attempts: number;
  readonly retryAt: string;
};

export type FolderFacts = { readonly uidValidity: string; readonly uidNext: number };

/** More than these is no matter of single letters. */
export const failedAtMost = 1_000;
/** Servers disagree about zones in SEARCH SINCE, which knows days only. */
const overlapMs = 2 * 24 * 60 * 60_000;

export type Plan =
  /** Letters above `lastUid`, and the failed ones. */
  | { readonly kind: 'resume' }
  /** UIDs have lost their meaning: everything since this moment is looked at again and recognised by its id. */
  | { readonly kind: 'rescan'; readonly since: Date };

/** What to do with a folder as it is now, and the state to begin with. */
export function planSync(
  saved: MailboxState | null,
  folder: FolderFacts,
  first: { since: Date | null; now: Date },
): { state: MailboxState; plan: Plan } {
  if (saved !== null && saved.uidValidity === folder.uidValidity) {
    return { state: saved, plan: { kind: 'resume' } };
  }
  const fresh = {
    uidValidity: folder.uidValidity,
    newestAt: saved?.newestAt ?? null,
    failed: [],
    lastUid: 0,
  };
  const since = saved === null ? first.since : new Date(saved.newestAt ?? first.now);
  if (since === null) {
    return { state: { ...fresh, lastUid: folder.uidNext - 1 }, plan: { kind: 'resume' } };
  }
  const from = new Date(since.getTime() - (saved === null ? 0 : overlapMs));
  return { state: fresh, plan: { kind: 'rescan', since: from } };
}

export function received(
  state: MailboxState,
  letter: { uid: number; arrivedAt: Date | null },
): MailboxState {
  const at = letter.arrivedAt?.toISOString() ?? null;
  const newestAt =
    at !== null && (state.newestAt === null || at > state.newestAt) ? at : state.newestAt;
  return {
    ...state,
    newestAt,
    lastUid: Math.max(state.lastUid, letter.uid),
    failed: state.failed.filter(({ uid }) => uid !== letter.uid),
  };
}

export function notReceived(state: MailboxState, uid: number, now: Date): MailboxState {
  const attempts = (state.failed.find((failure) => failure.uid === uid)?.attempts ?? 0) + 1;
  const others = state.failed.filter((failure) => failure.uid !== uid);
  const delayMs = Math.min(5_000 * 2 ** (attempts - 1), 60 * 60_000);
  const retryAt = new Date(now.getTime() + delayMs).toISOString();
  const failed = [...others, { uid, attempts, retryAt }];
  return { ...state, lastUid: Math.max(state.lastUid, uid), failed };
}

/** The state of a rescan that has read nothing yet: coming back to it must not read the whole folder. */
export function beginAt(state: MailboxState, uid: number): MailboxState {
  return { ...state, lastUid: uid - 1 };
}

/** A folder that was read to its end up to `uid`, gaps included. */
export function readUpTo(state: MailboxState, uid: number): MailboxState {
  return uid > state.lastUid ? { ...state, lastUid: uid } : state;
}

export function failedDue(state: MailboxState, now: Date): number[] {
  const due = state.failed.filter(({ retryAt }) => retryAt <= now.toISOString());
  return due.map(({ uid }) => uid).toSorted((a, b) => a - b);
}

/** When the next failed letter is due; null when there is none. */
export function nextRetry(state: MailboxState): Date | null {
  const [first] = state.failed.map(({ retryAt }) => retryAt).toSorted();
  return first === undefined ? null : new Date(first);
}

/** Of the letters looked for, those that are not in the folder any more need no further attempt. */
export function forgetGone(
  state: MailboxState,
  { wanted, present }: { wanted: readonly number[]; present: readonly number[] },
): MailboxState {
  const gone = new Set(wanted.filter((uid) => !present.includes(uid)));
  return { ...state, failed: state.failed.filter(({ uid }) => !gone.has(uid)) };
}
