import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

type Range = { first: number; last: number };

/**
 * Which rows of one height are in sight, with `overscan` more on each side. React hears of scrolling
 * only when the range changes.
 */
export function useWindow(
  scroll: RefObject<HTMLElement | null>,
  { count, height, overscan }: { count: number; height: number; overscan: number },
): Range {
  const [range, setRange] = useState<Range>({ first: 0, last: 30 });
  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box) {
      return undefined;
    }
    const measure = () => {
      const first = Math.max(0, Math.floor(box.scrollTop / height) - overscan);
      const seen = Math.ceil((box.clientHeight || 600) / height);
      const last = first + seen + 2 * overscan;
      setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
    };
    measure();
    // Drawn before this very frame is painted: put off by React, a busy moment would show an empty list.
    const onScroll = () => flushSync(measure);
    box.addEventListener('scroll', onScroll, { passive: true });
    const resized = new ResizeObserver(measure);
    resized.observe(box);
    return () => {
      box.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [scroll, height, overscan]);
  return { first: range.first, last: Math.min(range.last, count - 1) };
}
