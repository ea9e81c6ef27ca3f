import { z } from 'zod';

const Ref = z.object({ id: z.string(), name: z.string() });
const at = z.iso.datetime();

export const AbsenceKind = z.enum(['vacation', 'sick', 'trip', 'other']);
export type AbsenceKind = z.infer<typeof AbsenceKind>;

/** `due`: what has to be answered meanwhile, i.e. is due before the end, or the customer writes into. */
export const HandsOver = z.enum(['all', 'due', 'nothing']);
export type HandsOver = z.infer<typeof HandsOver>;

export const AvailabilityState = z.enum(['available', 'away', 'off_hours', 'absent']);
export type AvailabilityState = z.infer<typeof AvailabilityState>;

/** Somebody now, as colleagues see them: that they are absent, never why. */
export const UserAvailability = z
  .object({
    user: Ref,
    state: AvailabilityState,
    /** When this state ends as far as is known; null: nobody knows, or never. */
    until: at.nullable(),
    /** The last whole day of an absence, in the time zone of whoever is absent. */
    lastDay: z.string().nullable(),
    substitute: Ref.nullable(),
    onDuty: z.boolean(),
  })
  .meta({ id: 'UserAvailability' });
export type UserAvailability = z.infer<typeof UserAvailability>;
