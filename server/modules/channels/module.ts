import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Log } from '../../kernel/log.ts';
import type { Module } from '../../kernel/modules.ts';
import type { Clock } from '../../kernel/clock.ts';
import { workspaceFounders } from '../identity/public.ts';
import { letterReader, type LetterReaderParts } from './email/ingest/letter-reader.ts';
import { addBuiltInMailbox } from './found-built-in.ts';
import { channelLiveView } from './live-view.ts';
import { openOwnAddresses } from './own-addresses.ts';
import { channelRoutes } from './routes.ts';
import { listWorkspaceIds, startIngest, type IngestWorker } from './runner/ingest-worker.ts';
import { startSmtpRunner } from './runner/smtp-runner.ts';
import type { InboundEnvelope } from './schema.ts';
import { authenticate } from './smtp/authentication.ts';

export type ChannelParts = Pick<LetterReaderParts, 'db' | 'executor' | 'files'> & {
  readonly clock: Clock;
  readonly log: Log;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly spoolDir: string;
  readonly secrets: {
    seal(text: string): string;
    unseal(sealed: string): string;
    keyFor(purpose: string): Uint8Array;
  };
  readonly raw: {
    put(bytes: Uint8Array): Promise<string>;
    read(key: string): Promise<Uint8Array>;
  };
  /** Replaced in tests. */
  readonly world: { readonly resolver?: never };
};

export type Channels = {
  readonly module: Module;
  imageUrl(workspaceId: string, url: string): string;
  startIngest(): IngestWorker;
  start(): Promise<{ smtpPort: number; stop(): Promise<void> }>;
  close(): Promise<void>;
};

export function createChannels(parts: ChannelParts): Channels {
  const { db, log, clock, secrets } = parts;
  const workspaces = () => listWorkspaceIds(db);
  const ownAddresses = openOwnAddresses(db, workspaces);
  const sealing = { secrets, takeGrant: () => null };
  const reader = letterReader({
    ...parts,
    ownAddresses,
    replySecret: secrets.keyFor('reply-token'),
    authenticate: authenticateLetter,
  });
  return {
    module: {
      name: 'channels',
      routes: channelRoutes({ ...sealing, ...parts }),
      permissions: ['channel.read', 'channel.change', 'letter.read', 'letter.change'].map((key) => ({
        key,
        group: 'channels',
      })),
      contributions: [
        contribute(workspaceFounders, addBuiltInMailbox),
        contribute(liveViews, channelLiveView),
      ],
    },
    imageUrl: (_workspaceId, url) => url,
    startIngest: () => startIngest({ db, clock, log, workspaces, reader, executor: parts.executor() }),
    async start() {
      const smtp = await startSmtpRunner({
        ...parts.smtp,
        ...parts,
        ownAddresses,
        executor: parts.executor(),
      });
      return { smtpPort: smtp.port, stop: () => smtp.close() };
    },
    close: () => ownAddresses.close(),
  };
}

async function authenticateLetter(bytes: Uint8Array, envelope: InboundEnvelope) {
  if (envelope.remoteAddress === undefined) {
    return null;
  }
  const raw = { kind: 'bytes' as const, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), size: bytes.byteLength };
  return authenticate(raw, {
    from: envelope.from ?? '',
    helo: envelope.helo ?? '',
    remoteAddress: envelope.remoteAddress,
  });
}
