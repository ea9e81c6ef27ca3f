export { addUser } from './commands/add-user.ts';
export { addTeam } from './commands/add-team.ts';
export { deleteTeam } from './commands/delete-team.ts';
export { removeUsers } from './removal/removal-store.ts';
export { changeUser } from './commands/change-user.ts';
export { closeSessionsOf } from './commands/close-sessions.ts';
export { foundWorkspace } from './commands/found-workspace.ts';
export {
  teamDeleted,
  userChanged,
  userDeactivated,
  workspaceChanged,
  workspaceCreated,
} from './events.ts';
export {
  permissionCatalogue,
  workspaceFounders,
  type NewWorkspace,
  type WorkspaceFounder,
} from './points.ts';
export type { FirstWorkspace, Founded } from './found-first-workspace.ts';
export {
  isOnlyWorkspace,
  listWorkspaceIds,
  listWorkspaces,
  type WorkspaceEntry,
} from './queries/workspaces.ts';
export { readColleagues, readMembers, type Colleague } from './queries/read-colleagues.ts';
export { readKeepers } from './queries/read-keepers.ts';
export { readReach, type Reach } from './queries/read-reach.ts';
export { readWorkspace } from './queries/get-workspace.ts';
export { timeZone, workspaceSettings, type Workspace } from './schema.ts';
export type { IdentityTables } from './tables.ts';
export { findRole, findUser, listAllUsers } from './queries/find-for-operator.ts';
export { hashNewPassword } from './sign-in/password.ts';
export { identityChannel } from './forget-actors.ts';
export { permissionsOf } from './rules.ts';
