import type { components } from '../../../../contracts/client.ts';

type Schemas = components['schemas'];

export type Duplicate = Schemas['Duplicate'];
export type DuplicatePair = Schemas['DuplicatePair'];
export type Likeness = Schemas['Likeness'];
export type Merge = Schemas['Merge'];
export type LegalEntity = Schemas['LegalEntity'];
export type Branch = Schemas['Branch'];
export type TimelineEntry = Schemas['TimelineEntry'];
