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

export const Absence = z
  .object({
    id: z.string(),
    user: Ref,
    /** Null: for the person and for leads to know. */
    kind: AbsenceKind.nullable(),
    from: at,
    to: at.nullable(),
    /** Whole days in the time zone of whoever is absent. */
    firstDay: z.string().nullable(),
    lastDay: z.string().nullable(),
    note: z.string().nullable(),
    substitute: Ref.nullable(),
    handsOver: HandsOver,
    givesBack: z.boolean(),
    state: z.enum(['planned', 'running', 'over']),
    /** Tickets are on their way in the background. */
    moving: z.boolean(),
    tickets: z.object({ handed: z.int(), returned: z.int(), kept: z.int() }),
    createdBy: z.string(),
    version: z.int(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof Absence>;

export const AbsenceTicket = z
  .object({
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
    /** Null: nobody, in the queue of its team. */
    to: Ref.nullable(),
    /** `kept`: somebody has decided otherwise, or it is solved. */
    state: z.enum(['handed', 'returned', 'kept']),
    handedAt: at,
  })
  .meta({ id: 'AbsenceTicket' });

const shownWeek = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

/** By which hours somebody works: a calendar's or their own; neither: round the clock. */
export const Schedule = z
  .object({
    user: Ref,
    calendar: Ref.nullable(),
    zone: z.string().nullable(),
    week: shownWeek.nullable(),
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

export const Duty = z
  .object({
    id: z.string(),
    /** Null: for the whole company. */
    team: Ref.nullable(),
    /** In the order in which they are asked. */
    people: z.array(Ref),
    /** Of a weekly one: from when and until when it is repeated. */
    from: at.nullable(),
    to: at.nullable(),
    zone: z.string().nullable(),
    week: shownWeek.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Duty' });
export type Duty = z.infer<typeof Duty>;

/** One stretch of time of a duty. */
export const DutyTurn = z
  .object({
    dutyId: z.string(),
    team: Ref.nullable(),
    people: z.array(Ref.extend({ absent: z.boolean() })),
    from: at,
    to: at,
    weekly: z.boolean(),
  })
  .meta({ id: 'DutyTurn' });
