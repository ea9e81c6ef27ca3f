/** What runs inside the page: it may use nothing of this file but itself. */

export type Move = {
  /** Milliseconds from the key to the frame in which the row is marked, and in which the ticket is drawn. */
  readonly marked: number;
  readonly drawn: number;
};

export async function pressAndWait(key: { key: string; code: string }): Promise<Move> {
  const row = () =>
    document.querySelector<HTMLElement>('[data-current] [data-number]')?.dataset['number'];
  const before = row();
  const frame = () =>
    new Promise<void>((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
  const began = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true }));
  let marked = 0;
  while (performance.now() - began < 5_000) {
    await frame();
    const now = row();
    if (marked === 0 && now !== before) {
      marked = performance.now() - began;
    }
    if (marked > 0 && document.querySelector('#ticket')?.textContent?.includes(`#${now}`)) {
      return { marked, drawn: performance.now() - began };
    }
  }
  throw new Error('the next ticket was not drawn within five seconds');
}

export type Scrolled = {
  readonly rows: number;
  readonly seconds: number;
  /** The longest time, in milliseconds, that some of the window stood without its row. */
  readonly blankMs: number;
  /** The longest that the end of what is loaded was in sight while there is more. */
  readonly waitedMs: number;
  readonly frameP95Ms: number;
};

export async function scrollThrough(asked: {
  rows: number;
  rowsPerSecond: number;
}): Promise<Scrolled> {
  const list = document.querySelector<HTMLElement>('ul[aria-setsize], main ul[style*="height"]');
  const box = list?.parentElement;
  if (!list || !box) {
    throw new Error('there is no list');
  }
  const slots = () => [...list.querySelectorAll<HTMLElement>('li[style*="translateY"]')];
  const placeOf = (slot: HTMLElement) =>
    Number(/translateY\(([\d.]+)/.exec(slot.style.transform)?.[1]);
  const height = slots()[0]?.offsetHeight ?? 62;
  const frames: number[] = [];
  const stood = { blank: 0, waited: 0 };
  const longest = { blank: 0, waited: 0 };
  const note = (what: 'blank' | 'waited', is: boolean, took: number) => {
    stood[what] = is ? stood[what] + took : 0;
    longest[what] = Math.max(longest[what], stood[what]);
  };
  const began = performance.now();
  let last = began;
  while (box.scrollTop < asked.rows * height && performance.now() - began < 300_000) {
    const now = await new Promise<number>((resolve) => {
      requestAnimationFrame(resolve);
    });
    const took = now - last;
    last = now;
    frames.push(took);
    const places = slots().map(placeOf);
    const loadedTo = Number.parseFloat(list.style.height);
    const bottom = Math.min(box.scrollTop + box.clientHeight, loadedTo - height);
    const isBlank = Math.min(...places) > box.scrollTop || Math.max(...places) + height < bottom;
    note('blank', isBlank, took);
    note('waited', box.scrollTop + box.clientHeight >= loadedTo - 2, took);
    box.scrollTop += (asked.rowsPerSecond * height * Math.min(took, 100)) / 1000;
  }
  frames.sort((a, b) => a - b);
  return {
    rows: Math.round(box.scrollTop / height),
    seconds: (performance.now() - began) / 1000,
    blankMs: longest.blank,
    waitedMs: longest.waited,
    frameP95Ms: frames[Math.floor(frames.length * 0.95)] ?? 0,
  };
}
