import type { Actor } from '../../kernel/actor.ts';
import type { Listener } from '../../kernel/database.ts';
import { contribute } from '../../kernel/extension-points.ts';
import type { Credentials } from '../../kernel/http.ts';
import type { Module } from '../../kernel/modules.ts';
import { foundFirstWorkspace, type FirstWorkspace, type Founded } from './found-first-workspace.ts';
import { identityChannel } from './forget-actors.ts';
import type { IdentityParts } from './parts.ts';
import { identityPermissions } from './permissions.data.ts';
import { actorMemories, permissionCatalogue } from './points.ts';
import { identityRoutes } from './routes.ts';
import { Actors } from './sign-in/actor-memory.ts';
import { createAuthentication } from './sign-in/authenticate.ts';

export type Identity = {
  readonly module: Module;
  /** Who a request comes from; null when nobody. Costs no query for a few seconds after the first. */
  authenticate(credentials: Credentials): Promise<Actor | null>;
  /** The first run without the browser's guide. */
  setUp(wanted: FirstWorkspace): Promise<Founded>;
  /** Starts to hear of rights that change in other processes. */
  listen(): void;
  close(): Promise<void>;
};

export function createIdentity(parts: IdentityParts): Identity {
  const catalogue = [...identityPermissions, ...parts.permissions];
  const actors = new Actors();
  const { authenticate, settle } = createAuthentication({ ...parts, catalogue, actors });
  let listener: Listener | undefined;
  return {
    module: {
      name: 'identity',
      routes: identityRoutes({ ...parts, catalogue }),
      permissions: identityPermissions,
      contributions: [
        contribute(permissionCatalogue, catalogue),
        contribute(actorMemories, actors),
      ],
    },
    authenticate,
    setUp: (wanted) => foundFirstWorkspace(parts, wanted),
    listen() {
      listener ??= parts.db.listen(
        identityChannel,
        (payload) => {
          const [workspaceId = '', userId = ''] = payload.split(':');
          actors.forget(workspaceId, userId || null);
        },
        () => actors.forgetAll(),
        { atOnce: true },
      );
    },
    async close() {
      await listener?.close();
      await settle();
    },
  };
}
