import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { localeOf } from './kernel/browser-locale.ts';
import type { WebPage } from './kernel/web-pages.ts';

/** Pages for whoever has no account, beside the API. What a browser sends to them is read by themselves, as it comes. */
export async function servePages(
  server: FastifyInstance,
  pages: readonly WebPage[],
): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const page of pages) {
      servePage(scope, page);
    }
  });
}

function servePage(server: FastifyInstance, { method, path, handle }: WebPage): void {
  server.route({
    method,
    url: path,
    bodyLimit: 1024 ** 4,
    handler: async (request, reply) => {
      const {
        status = 200,
        headers,
        content,
      } = await handle({
        params: request.params as Record<string, string>,
        query: request.query as Record<string, unknown>,
        body: (request.body as Readable | undefined) ?? request.raw,
        headers: request.headers,
        ip: request.ip,
        locale: localeOf(request.headers['accept-language']),
        nonce: (reply as unknown as { cspNonce: { style: string } }).cspNonce.style,
      });
      return reply
        .status(status)
        .headers({ 'content-type': 'text/html; charset=utf-8', ...headers })
        .send(content ?? null);
    },
  });
}
