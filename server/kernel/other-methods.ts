import { apiPrefix } from './openapi.ts';
import type { Route } from './routes.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;
type AnyMethod = (typeof methods)[number];

/**
 * A path that is there, asked in a way that is not: 405 with `Allow` (RFC 9110 §15.5.6), not "no such address". Every path has routes
 * of its own for that, so that `DELETE /views/counts` is not taken for the removal of a view.
 */
export function otherMethods(
  routes: readonly Route[],
): { readonly url: string; readonly others: AnyMethod[]; readonly allow: string }[] {
  return [...Map.groupBy(routes, (route) => route.path)].map(([path, served]) => {
    const allowed = new Set<string>(served.map(({ method }) => method));
    if (served.some(({ kind }) => kind === 'query')) {
      allowed.add('HEAD');
    }
    return {
      url: `${apiPrefix}${path}`,
      others: methods.filter((method) => !allowed.has(method)),
      allow: [...allowed].toSorted().join(', '),
    };
  });
}
