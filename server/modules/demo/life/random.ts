/** Chance that always falls the same: sfc32 (public domain, C. Doty-Humphrey), seeded by a text. */
export type Chance = {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** By weight; each weight above 0. */
  weighed<T>(list: readonly T[], weightOf: (one: T) => number): T;
  /** Minutes around a median, with a long tail to the right, as waiting times have it. */
  around(median: number, spread?: number): number;
};

export function chanceOf(seed: string): Chance {
  const next = sfc32(hashed(seed));
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    happens: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => list[between(0, list.length - 1)] as T,
    weighed<T>(list: readonly T[], weightOf: (one: T) => number) {
      let rest = next() * list.reduce((sum, one) => sum + weightOf(one), 0);
      const found = list.find((one) => {
        rest -= weightOf(one);
        return rest < 0;
      });
      return found ?? (list.at(-1) as T);
    },
    around(median, spread = 0.8) {
      // Box and Muller, 1958.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(normal * spread);
    },
  };
}

/** FNV-1a over the code units, four times with another beginning. */
function hashed(seed: string): [number, number, number, number] {
  const one = (from: number) => {
    let hash = from;
    for (let at = 0; at < seed.length; at += 1) {
      hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
    }
    return hash >>> 0;
  };
  return [one(0x811c9dc5), one(0x9e3779b9), one(0x85ebca6b), one(0xc2b2ae35)];
}

function sfc32([first, second, third, count]: [number, number, number, number]): () => number {
  let [a, b, c, n] = [first, second, third, count];
  const next = () => {
    const sum = (((a + b) | 0) + n) | 0;
    n = (n + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  // Seeds that differ little begin alike.
  for (let turn = 0; turn < 15; turn += 1) {
    next();
  }
  return next;
}
