import { noWords, type Words } from './field.ts';

const prefix = 'otklik.draft.';

/** What this browser keeps of a draft: the text, when it was touched, and what of the server's it continues. */
export type Kept = Words & {
  readonly cc: string;
  readonly editedAt: number;
  readonly base: string | null;
  /** Not known to the server yet. */
  readonly dirty: boolean;
};

export const nothingKept: Kept = { ...noWords, cc: '', editedAt: 0, base: null, dirty: false };

export function readKept(name: string): Kept {
  try {
    const stored = localStorage.getItem(prefix + name);
    if (!stored) {
      return nothingKept;
    }
    return stored.startsWith('{')
      ? { ...nothingKept, ...(JSON.parse(stored) as Partial<Kept>) }
      : { ...nothingKept, body: stored, editedAt: Date.now(), dirty: true };
  } catch {
    return nothingKept;
  }
}

export function keep(name: string, kept: Kept): void {
  try {
    if (kept.body || kept.cc || kept.dirty) {
      localStorage.setItem(prefix + name, JSON.stringify(kept));
    } else {
      localStorage.removeItem(prefix + name);
    }
  } catch {
    // The browser's storage is full or forbidden: the text still lives on screen and on the server.
  }
}
