export { foundWorkspace } from './commands/found-workspace.ts';
export { userDeactivated, teamDeleted, workspaceChanged, workspaceCreated } from './events.ts';
export {
  permissionCatalogue,
  workspaceFounders,
  type NewWorkspace,
  type WorkspaceFounder,
} from './points.ts';
export { listWorkspaces, type WorkspaceEntry } from './queries/workspaces.ts';
export { readWorkspace } from './queries/get-workspace.ts';
export { workspaceSettings, type Workspace } from './schema.ts';
export type { IdentityTables } from './tables.ts';
