import { useSyncExternalStore } from 'react';
import { useUiLocale } from './locale.tsx';
import { dayTime, fullTime, relativeTime, shortTime } from './time.ts';

let now = new Date();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One clock for every time on the screen; it ticks once a minute.
function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const each of listeners) {
      each();
    }
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

const tickMs = 60_000;
/** While no clock ticks: long enough for one drawing to see one and the same moment. */
const restMs = 1_000;

/** The clock may stand up to a minute behind; a time that has just come must not lie in its future. */
function currentTime(): Date {
  if (Date.now() - now.getTime() > (listeners.size === 0 ? restMs : tickMs)) {
    now = new Date();
  }
  return now;
}

const formats = { short: shortTime, day: dayTime, relative: relativeTime };

/** The moment that everything on the screen is compared with. */
export const useMoment = (): Date => useSyncExternalStore(subscribe, currentTime);

/** A moment in the workspace's zone; the whole of it is in the tooltip. `at` is RFC 3339. */
export function TimeText(props: { at: string; as?: keyof typeof formats; className?: string }) {
  const locale = useUiLocale();
  const moment = useMoment();
  const time = new Date(props.at);
  if (Number.isNaN(time.getTime())) {
    return null;
  }
  return (
    <time dateTime={props.at} title={fullTime(locale, time)} className={props.className}>
      {formats[props.as ?? 'day'](locale, time, moment)}
    </time>
  );
}
