import type { WorkspaceFounder } from '../../identity/public.ts';
import { beginNow } from './position-store.ts';

/** A company is told from its first fact on, whenever a worker looks at it for the first time. */
export const beginTelling: WorkspaceFounder = beginNow;
