import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { compileAvailability, type Availabilities } from '../deciding/compile-availability.ts';
import { UserAvailability } from '../schema.ts';
import { readAvailabilitySettings } from './read-settings.ts';

/** Everybody who works here, as they are now. */
export const listAvailability = defineQuery({
  name: 'availability.list',
  permission: 'user.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(UserAvailability) }),

  async run({ db, actor, now }) {
    const known = compileAvailability(await readAvailabilitySettings(db, actor.workspaceId));
    return { items: known.userIds.map((userId) => shown(known, userId, now)) };
  },
});

function shown(known: Availabilities, userId: string, now: Date): UserAvailability {
  const { state, until, substituteId, onDuty } = known.of(userId, now);
  return {
    user: { id: userId, name: known.nameOf(userId) },
    state,
    until: until?.toISOString() ?? null,
    lastDay: known.absenceOf(userId, now)?.absence.lastDay ?? null,
    substitute:
      substituteId === null ? null : { id: substituteId, name: known.nameOf(substituteId) },
    onDuty,
  };
}
