import type { Route } from '../../kernel/routes.ts';
import type { RouteParts } from './parts.ts';
import { ownAccountRoutes } from './routes/own-account-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { setupRoutes } from './routes/setup-routes.ts';
import { StrangerLimit } from './sign-in/stranger-limit.ts';

export function identityRoutes(parts: RouteParts): readonly Route[] {
  const signInParts = { ...parts, strangers: new StrangerLimit() };
  return [
    ...setupRoutes(signInParts),
    ...sessionRoutes(signInParts),
    ...ownAccountRoutes(signInParts),
    ...peopleRoutes(parts),
  ];
}
