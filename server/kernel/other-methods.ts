import type { FastifyInstance } from 'fastify';
import { Refusal } from './errors.ts';
import { apiPrefix } from './openapi.ts';
import type { Route } from './routes.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;

/**
 * A path that is there, asked in a way that is not: 405 with `Allow` (RFC 9110 §15.5.6), not "no such address". By a route of its own,
 * so that `/tickets/export` is never taken for a ticket; before the body is read, so that nothing about it is complained of.
 */
export function refuseOtherMethods(
  server: FastifyInstance,
  routes: readonly Route[],
  headers: Readonly<Record<string, string>>,
): void {
  for (const [path, served] of Map.groupBy(routes, (route) => route.path)) {
    const allowed = new Set<string>(served.map(({ method }) => method));
    if (served.some(({ kind }) => kind === 'query')) {
      allowed.add('HEAD');
    }
    server.route({
      method: methods.filter((method) => !allowed.has(method)),
      url: `${apiPrefix}${path}`,
      helmet: false,
      onRequest: async (_request, reply) => {
        reply.headers({ ...headers, allow: [...allowed].toSorted().join(', ') });
        throw new Refusal('no_method', 'request.method');
      },
      handler: () => null,
    });
  }
}
