import type { Availabilities, Availability } from '../../availability/public.ts';
import type { Presence } from '../../routing/public.ts';

type Known = { readonly from: number; readonly until: number; readonly said: Availability };

/**
 * A replay asks for everybody of a team at every ticket, and time only goes on: an answer holds until the state ends. Not that of
 * somebody absent, whose substitute may change before.
 */
export function rememberPresence(availability: Availabilities): Presence {
  const known = new Map<string, Known>();
  return {
    dutyOf: availability.dutyOf,
    of(userId, now) {
      const at = now.getTime();
      const before = known.get(userId);
      if (before && before.from <= at && at < before.until) {
        return before.said;
      }
      const said = availability.of(userId, now);
      if (said.state !== 'absent') {
        known.set(userId, { from: at, until: said.until?.getTime() ?? Infinity, said });
      }
      return said;
    },
  };
}
