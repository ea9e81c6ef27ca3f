import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { App } from './app.ts';
import type { Metrics } from './kernel/metrics.ts';
import { apiPrefix, describeApi } from './kernel/openapi.ts';
import { renderApiPage } from './kernel/api-page.ts';
import { productVersion } from './version.ts';

const widgetFile = fileURLToPath(new URL('../dist/widget/embed.js', import.meta.url));
const consoleDir = fileURLToPath(new URL('../dist/console/', import.meta.url));

/** Health and metrics: outside the API, for whoever watches over the process. */
export function serveHealth(
  server: FastifyInstance,
  { app, metrics }: { app: App; metrics: Metrics },
) {
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const ready = await app.isReady();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
  server.get('/metrics', async (_request, reply) => {
    const { body, contentType } = await metrics.text();
    return reply.type(contentType).send(body);
  });
}

/** The description of the API, and a page that a person can read without running anything. */
export function serveDocs(server: FastifyInstance, app: App): void {
  const document = describeApi(app.routes, productVersion);
  const json = JSON.stringify(document);
  server.get(`${apiPrefix}/openapi.json`, async (_request, reply) =>
    reply.type('application/json').send(json),
  );
  server.get('/api/docs', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(renderApiPage(document, nonceOf(reply))),
  );
}

/** The one script that other sites include; it may be kept for an hour, so that a new one reaches them the same day. */
export async function serveEmbed(server: FastifyInstance): Promise<void> {
  const script = await readFile(widgetFile).catch(() => null);
  if (script === null) {
    return;
  }
  const packed = { br: brotliCompressSync(script), gzip: gzipSync(script, { level: 9 }) };
  server.get('/embed.js', async (request, reply) => {
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const how = (['br', 'gzip'] as const).find((one) => accepted.includes(one));
    return reply
      .type('text/javascript; charset=utf-8')
      .headers({
        'cache-control': 'public, max-age=3600',
        'cross-origin-resource-policy': 'cross-origin',
        vary: 'accept-encoding',
        ...(how && { 'content-encoding': how }),
      })
      .send(how ? packed[how] : script);
  });
}

/** The console's files; every other address outside the API is a page of it. */
export async function serveConsole(server: FastifyInstance): Promise<void> {
  const index = await readFile(`${consoleDir}index.html`, 'utf8').catch(() => null);
  if (index === null) {
    return;
  }
  await server.register(compress, { global: false });
  await server.register(fastifyStatic, {
    root: `${consoleDir}assets/`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
  });
  const page = (reply: FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(index.replaceAll('__CSP_NONCE__', nonceOf(reply)));
  await servePushWorker(server);
  server.get('/', async (_request, reply) => page(reply));
  server.get('/*', async (request, reply) =>
    request.url.startsWith('/api/') ? reply.callNotFound() : page(reply),
  );
}

/** Browsers ask for it by themselves, to see whether it is new. */
async function servePushWorker(server: FastifyInstance): Promise<void> {
  const script = await readFile(`${consoleDir}push-worker.js`).catch(() => null);
  if (script !== null) {
    server.get('/push-worker.js', async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(script),
    );
  }
}

const nonceOf = (reply: FastifyReply): string =>
  (reply as unknown as { cspNonce: { style: string } }).cspNonce.style;
