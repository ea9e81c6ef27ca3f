import type { Module } from '../../kernel/modules.ts';
import { forgetOldRuns, replayRuns, type LabParts } from './jobs/replay.ts';
import { labRoutes } from './routes.ts';

export const lab = (parts: LabParts): Module => ({
  name: 'lab',
  routes: labRoutes,
  jobs: [replayRuns(parts), forgetOldRuns(parts)],
});
