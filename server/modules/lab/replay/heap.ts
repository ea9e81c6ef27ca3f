/** The smallest comes out first. */
export type Heap<T> = { peek(): T | undefined; pop(): T | undefined; push(one: T): void };

export function openHeap<T>(isBefore: (a: T, b: T) => boolean): Heap<T> {
  const all: T[] = [];
  const at = (index: number): T => all[index] as T;
  const swap = (a: number, b: number) => {
    const kept = at(a);
    all[a] = at(b);
    all[b] = kept;
  };
  const rise = (from: number) => {
    for (let child = from; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!isBefore(at(child), at(parent))) {
        return;
      }
      swap(child, parent);
      child = parent;
    }
  };
  const sink = () => {
    for (let parent = 0; ;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const child = right < all.length && isBefore(at(right), at(left)) ? right : left;
      if (child >= all.length || !isBefore(at(child), at(parent))) {
        return;
      }
      swap(child, parent);
      parent = child;
    }
  };
  return {
    peek: () => all[0],
    push(one) {
      all.push(one);
      rise(all.length - 1);
    },
    pop() {
      const [first] = all;
      const last = all.pop();
      if (all.length > 0 && last !== undefined) {
        all[0] = last;
        sink();
      }
      return first;
    },
  };
}
