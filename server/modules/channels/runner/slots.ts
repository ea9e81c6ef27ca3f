/** At most so many at once; who waits is let in by the order of asking. */
export type Slots = {
  enter(): Promise<void>;
  leave(): void;
};

export function slots(atOnce: number): Slots {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return {
    async enter() {
      if (free > 0) {
        free -= 1;
      } else {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
    },
    leave() {
      const next = waiting.shift();
      if (next) {
        next();
      } else {
        free += 1;
      }
    },
  };
}
