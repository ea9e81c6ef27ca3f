/** What one check of a set found. `misses` are sentences for a person, the file named first. */
export type Tally = {
  readonly tried: number;
  readonly agreed: number;
  readonly misses: readonly string[];
  /** Named when a set reports several checks: printed as `set:check`. */
  readonly check?: string;
  /** Overrides the reach of the set for this check. */
  readonly reach?: number;
};

/** Material that nobody here wrote, tried against the product. `dir` is the root of the corpora, e.g. holds `email/`. */
export type CorpusSet = {
  /** The folder of the set under `dir`, e.g. `email/zammad-mail`. May carry `:what` behind it. */
  readonly name: string;
  /** Share of agreement from which the set passes, 0 to 1. */
  readonly reach: number;
  /** Files or folders under `dir` without which the set is skipped; by default the folder in its name. */
  readonly needs?: readonly string[];
  run(dir: string): Promise<Tally | readonly Tally[]>;
};

/** Collects a tally one case at a time. */
export const newTally = (check?: string, reach?: number) => {
  const misses: string[] = [];
  let tried = 0;
  return {
    agree(agreed: boolean, miss: () => string): void {
      tried += 1;
      if (!agreed) {
        misses.push(miss());
      }
    },
    tally(): Tally {
      return {
        tried,
        agreed: tried - misses.length,
        misses,
        ...(check === undefined ? {} : { check }),
        ...(reach === undefined ? {} : { reach }),
      };
    },
  };
};
