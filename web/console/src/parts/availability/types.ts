import type { components } from '../../../../../contracts/client.ts';

type Schemas = components['schemas'];
export type UserAvailability = Schemas['UserAvailability'];
export type FullAgent = Schemas['FullAgent'];
export type Absence = Schemas['Absence'];
export type AbsenceTicket = Schemas['AbsenceTicket'];
export type Schedule = Schemas['Schedule'];
export type Duty = Schemas['Duty'];
export type DutyTurn = Schemas['DutyTurn'];
