import { definePoint } from '../../kernel/extension-points.ts';
import type { CommandContext } from '../../kernel/commands.ts';
import type { Permission } from '../../kernel/modules.ts';

/** Everything the product can permit, from all modules. */
export const permissionCatalogue = definePoint<readonly Permission[]>('identity.permissions');

export type NewWorkspace = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly locale: 'ru' | 'en';
  readonly timeZone: string;
  readonly administratorId: string;
};

/** Makes what a module needs in every workspace, in the transaction that makes the workspace. */
export type WorkspaceFounder = (ctx: CommandContext, workspace: NewWorkspace) => Promise<void>;
export const workspaceFounders = definePoint<WorkspaceFounder>('identity.workspace-founders');

/** What a process remembers of who is signed in; it forgets when somebody's rights change. */
export type ActorMemory = {
  /** `userId` null: everybody of the workspace. */
  forget(workspaceId: string, userId: string | null): void;
};
export const actorMemories = definePoint<ActorMemory>('identity.actor-memories');
