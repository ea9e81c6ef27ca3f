import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { startBackground, type Running } from './background.ts';
import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/database.ts';
import { createExecutor, type Executor } from './kernel/executor.ts';
import { collectContributions, type Contributions } from './kernel/extension-points.ts';
import { openHttp } from './kernel/http.ts';
import { openJobs, type Jobs } from './kernel/jobs.ts';
import { liveRoute } from './kernel/live-route.ts';
import { openLiveHub, type LiveHub } from './kernel/live-hub.ts';
import type { Presence } from './kernel/live-presence.ts';
import { liveViews } from './kernel/live.ts';
import type { Log } from './kernel/log.ts';
import type { Metrics } from './kernel/metrics.ts';
import type { Module } from './kernel/modules.ts';
import type { Reach } from './kernel/outside/reach.ts';
import { openReadiness } from './kernel/readiness.ts';
import { reactionJob, reactionQueueSettings } from './kernel/reactions.ts';
import type { Route } from './kernel/routes.ts';
import { auditModule } from './modules/audit/module.ts';
import { createAvailability } from './modules/availability/module.ts';
import { calendars } from './modules/calendars/module.ts';
import { createChannels, type ChannelParts, type Channels } from './modules/channels/module.ts';
import { customers } from './modules/customers/module.ts';
import { demo } from './modules/demo/module.ts';
import type { RunParts } from './modules/demo/public.ts';
import { guide } from './modules/guide/module.ts';
import { lab } from './modules/lab/module.ts';
import { createIdentity, type Identity } from './modules/identity/module.ts';
import { removals } from './modules/removals/module.ts';
import { recurring } from './modules/recurring/module.ts';
import { createRouting } from './modules/routing/module.ts';
import type { RoutingMemory } from './modules/routing/public.ts';
import { createRoutes } from './modules/routes/module.ts';
import { createRules } from './modules/rules/module.ts';
import { searchModule } from './modules/search/module.ts';
import { createSla } from './modules/sla/module.ts';
import { notifications } from './modules/notifications/module.ts';
import { templates } from './modules/templates/module.ts';
import { tickets } from './modules/tickets/module.ts';
import { createWorkflow } from './modules/workflow/module.ts';
import { fieldColumns } from './modules/workflow/public.ts';
import { servePages } from './serve-pages.ts';

/** The world around the application, given by main.ts and by tests. */
export type AppParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string | undefined;
  /** Where we are reached as far as we know ourselves, when nobody has said. */
  readonly ownUrl?: string;
  readonly smtp: ChannelParts['smtp'];
  readonly secrets: {
    seal(text: string): string;
    unseal(sealed: string): string;
    /** A key for one purpose, derived from the key of the data folder. */
    keyFor(purpose: string): Uint8Array;
  };
  readonly files: {
    put(content: Readable | Uint8Array, maxBytes: number): Promise<{ hash: string; size: number }>;
    read(hash: string): Promise<Readable>;
  };
  readonly raw: {
    put(bytes: Uint8Array): Promise<string>;
    read(key: string): Promise<Uint8Array>;
  };
  readonly spoolDir: string;
  /** How far webhooks of rules may reach; the open internet when left out. */
  readonly webhookReach?: Reach;
  /** A workspace begins with the demo company. */
  readonly demo?: boolean;
  /** When everything was last written into a backup. */
  readonly lastBackup?: () => Promise<Date | null>;
  /** For tests: mailboxes are looked at more often than providers would like. */
  readonly mailboxTiming?: { readonly pollMs?: number; readonly idleCheckMs?: number };
};

export type App = {
  readonly executor: Executor;
  readonly identity: Identity;
  readonly routes: readonly Route[];
  readonly jobs: Jobs;
  readonly channels: Channels;
  readonly routing: RoutingMemory;
  /** What the demo company is made with, for the command line. */
  readonly demo: RunParts;
  /** Makes the tables of the job queue; before anything is executed. */
  prepare(): Promise<void>;
  openWeb(options: WebOptions): Promise<FastifyInstance>;
  startWorker(): Promise<Running>;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  /** Open live streams. */
  watching(): number;
  startChannels(): Promise<Running & { smtpPort: number }>;
  close(): Promise<void>;
};

type WebOptions = { trustProxy: boolean | number | string[]; metrics?: Metrics };

const maxUploadBytes = 100 * 1024 * 1024;

type Doors = {
  readonly executor: () => Executor;
  /** The same door with another clock. Nobody reacts to what passes it: what happened long ago is over. */
  readonly past: (clock: Clock) => Executor;
};

const gather = (modules: readonly Module[]) => ({
  contributions: collectContributions(modules.flatMap((m) => m.contributions ?? [])),
  subscribers: modules.flatMap((m) => m.subscribers ?? []),
  outside: modules.flatMap((m) => m.jobs ?? []),
  routes: modules.flatMap((m) => m.routes ?? []),
});

/** Every module of the product, wired in one place. The executor comes when they are all there. */
function wireModules(
  parts: AppParts,
  { executor, past }: Doors,
  presence: () => Presence | undefined,
) {
  const own = {
    ...parts,
    executor,
    past,
    presence,
    maxUploadBytes,
    contributions: ((point) => all.contributions(point)) as Contributions,
    imageUrl: (url: string) => channels.imageUrl(url),
  };
  const workflow = createWorkflow(own);
  const channels = createChannels({ ...own, ownFields: workflow.ownFields });
  const rules = createRules(own);
  const sla = createSla(own);
  const routes = createRoutes({ ...own, post: channels.post });
  const availability = createAvailability(own);
  const routing = createRouting({ ...own, availability: availability.memory });
  const lower: Module[] = [
    customers(own),
    calendars(own),
    tickets({ ...own, ownColumns: fieldColumns }),
    workflow.module,
    channels.module,
    sla.module,
    availability.module,
    templates(own),
    rules.module,
    recurring,
    // After rules: it sees what they have set.
    routing.module,
    lab(own),
    routes.module,
    notifications({ ...own, post: channels.post }),
    searchModule,
    auditModule,
    demo(own),
    guide(parts),
    removals(own),
  ];
  const identity = createIdentity({
    ...parts,
    executor,
    permissions: lower.flatMap((module) => module.permissions ?? []),
    smtpPort: parts.smtp.port,
  });
  const all = gather([identity.module, ...lower]);
  const made = { channels, sla, availability, workflow, identity, rules, routing };
  return { ...made, ...all, pages: [...channels.pages, ...routes.pages] };
}

export function createApp(parts: AppParts): App {
  const { db, clock, log, publicUrl } = parts;
  const wired = wireModules(
    parts,
    { executor: () => executor, past: (other) => past(other) },
    () => hub?.presence,
  );
  const { channels, sla, availability, workflow, identity, rules, routing } = wired;
  const { contributions, subscribers, outside } = wired;
  const jobs = openJobs(db, log, clock);
  const { enqueueIn } = jobs;
  const door = { db, subscribers: [], contributions, enqueueIn };
  const executor = createExecutor({ ...door, clock, subscribers });
  const past: Doors['past'] = (other) => createExecutor({ ...door, clock: other });
  const { authenticate } = identity;
  let hub: LiveHub | undefined;
  const routes = [...wired.routes, liveRoute({ hub: () => hub, authenticate })];

  return {
    executor,
    identity,
    jobs,
    channels,
    routing: routing.memory,
    demo: { db, clock, past, executor: () => executor },
    routes,
    prepare: () => jobs.prepare([reactionQueueSettings, ...outside]),

    async openWeb({ trustProxy, metrics }) {
      hub = openLiveHub(db, contributions(liveViews), log, clock);
      identity.listen();
      const observe = metrics && { observe: metrics.observe };
      const web = { db, executor, routes, clock, log, authenticate, publicUrl, trustProxy };
      const server = await openHttp({ ...web, ...observe });
      await servePages(server, wired.pages);
      return server;
    },

    async startWorker() {
      await jobs.work([reactionJob({ subscribers, executor }), ...outside]);
      const { known } = rules;
      const { memory } = routing;
      return startBackground({ db, clock, log, executor, channels, known, memory, contributions });
    },

    startChannels: () => channels.start(),
    watching: () => hub?.watching() ?? 0,
    isReady: openReadiness(() => db.pool.query('select 1')),

    async close() {
      await hub?.close();
      await jobs.stop();
      await channels.close();
      for (const each of [rules.known, routing, sla, availability, workflow.known, identity]) {
        await each.close();
      }
    },
  };
}
