import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { staysHere } from '../channels/public.ts';
import { workspaceFounders } from '../identity/public.ts';
import { loadWithTheWorkspace } from './begin-loading.ts';
import { demoJob, type RunParts } from './jobs/run-demo.ts';
import { usualTickets } from './life/plan.ts';
import { demoLiveView } from './live-view.ts';
import { demoRoutes } from './routes.ts';
import { nothingToExamples } from './stays-here.ts';

export type DemoParts = RunParts & {
  /** OTKLIK_DEMO: a workspace begins with the demo company. */
  readonly demo?: boolean;
};

export const demo = (parts: DemoParts): Module => ({
  name: 'demo',
  routes: demoRoutes,
  jobs: [demoJob(parts)],
  contributions: [
    contribute(staysHere, nothingToExamples),
    contribute(liveViews, demoLiveView),
    ...(parts.demo ? [contribute(workspaceFounders, loadWithTheWorkspace(usualTickets))] : []),
  ],
});
