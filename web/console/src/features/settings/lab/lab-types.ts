import type { components } from '../../../../../../contracts/client.ts';

type Schemas = components['schemas'];

export type LabRun = Schemas['LabRun'];
export type LabResult = Schemas['LabResult'];
export type LabExample = Schemas['LabExample'];
export type LabDifference = LabExample['differences'][number];
export type DraftChange = Schemas['DraftChange'];
/** As a list has it: without what came of it. */
export type ListedRun = Omit<LabRun, 'result'> & {
  tickets: { different: number; of: number } | null;
};
export type Side = 'was' | 'would';
