import { api } from '../../../lib/client.ts';
import { useSave } from '../use-save.ts';
import type { Workflow } from './places.ts';

/** Writes the steps and requirements of a type, as a whole. */
export function useWorkflow({ type, version, transitions, required }: Workflow) {
  return useSave(
    (changed: Partial<Pick<Workflow, 'transitions' | 'required'>>) =>
      api.put(`/workflows/${type}`, { transitions, required, ...changed, version }),
    { touches: ['workflow'] },
  );
}
