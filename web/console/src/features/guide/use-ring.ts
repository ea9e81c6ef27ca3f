import { useEffect, useState } from 'react';

type Ring = { left: number; top: number; width: number; height: number };

const everyMs = 250;
const aroundPx = 5;

const same = (a: Ring | null, b: Ring | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.left === b.left &&
    a.top === b.top &&
    a.width === b.width &&
    a.height === b.height);

/** Where the thing is that a step points at; null while it is not on the screen. Things come late and move. */
export function useRing(selector: string): Ring | null {
  const [ring, setRing] = useState<Ring | null>(null);
  useEffect(() => {
    const look = () => {
      const found = ringOf(selector);
      setRing((old) => (same(old, found) ? old : found));
    };
    look();
    const timer = setInterval(look, everyMs);
    window.addEventListener('resize', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', look);
    };
  }, [selector]);
  return ring;
}

function ringOf(selector: string): Ring | null {
  for (const element of document.querySelectorAll(selector)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) {
      return {
        left: left - aroundPx,
        top: top - aroundPx,
        width: width + 2 * aroundPx,
        height: height + 2 * aroundPx,
      };
    }
  }
  return null;
}
