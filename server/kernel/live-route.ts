import { PassThrough } from 'node:stream';
import { z } from 'zod';
import type { Actor } from './actor.ts';
import { Refusal } from './errors.ts';
import type { Credentials } from './http.ts';
import { readLastEventId } from './live-log.ts';
import type { LiveHub } from './live-hub.ts';
import type { Watcher } from './live.ts';
import { specialRoute, type Route } from './routes.ts';
import { text } from './text.ts';

const usualHeartbeatMs = 15_000;
const slowBytes = 1_048_576;

type Parts = {
  /** Open in a process that serves the web. */
  readonly hub: () => LiveHub | undefined;
  readonly authenticate: (credentials: Credentials) => Promise<Actor | null>;
  /** How often a silent stream shows that it lives, and whether its session does; for tests. */
  readonly heartbeatMs?: number;
};

/** Server-sent events (WHATWG HTML §9.2): every fact the actor may see, as it happens; resumable without a gap. */
export const liveRoute = ({
  hub: openHub,
  authenticate,
  heartbeatMs = usualHeartbeatMs,
}: Parts): Route =>
  specialRoute('GET /stream', {
    name: 'live.stream',
    summary: 'Live changes as server-sent events; resumes by Last-Event-ID',
    permission: 'self',
    input: z.strictObject({ lastEventId: text({ max: 80 }).optional() }),
    contentType: 'text/event-stream',
    async handle({ actor, headers, cookie, ip, input }) {
      const hub = openHub();
      if (!hub) {
        throw new Refusal('unavailable', 'stream.closed');
      }
      const { stream, watcher } = openScreen(actor as Actor);
      const { authorization } = headers;
      const beat = setInterval(() => {
        void authenticate({ cookie, authorization, ip })
          .catch(() => watcher.actor)
          .then((current) => {
            if (!current) {
              stream.end('event: ended\ndata: {}\n\n');
              return;
            }
            watcher.actor = current;
            watcher.send(': still here\n\n');
          });
      }, heartbeatMs);
      stream.on('close', () => {
        clearInterval(beat);
        hub.leave(watcher);
      });
      stream.write('retry: 1000\n\n');
      const last = headers['last-event-id'];
      await hub.watch(
        watcher,
        readLastEventId(typeof last === 'string' ? last : input.lastEventId),
      );
      return {
        content: stream,
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        },
      };
    },
  });

/** One that does not keep up is let go: it comes back by itself and asks for what it missed. */
function openScreen(actor: Actor): { stream: PassThrough; watcher: Watcher } {
  const stream = new PassThrough({ highWaterMark: slowBytes });
  const watcher: Watcher = {
    actor,
    send(frame) {
      if (stream.writableEnded || stream.destroyed) {
        return false;
      }
      if (stream.writableLength > slowBytes) {
        stream.destroy();
        return false;
      }
      stream.write(frame);
      return true;
    },
  };
  return { stream, watcher };
}
