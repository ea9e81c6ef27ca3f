import type { Readable } from 'node:stream';
import type { CertificatePaths } from '../../kernel/certificate-files.ts';
import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Log } from '../../kernel/log.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import type { WebPage } from '../../kernel/web-pages.ts';
import type { Clock } from '../../kernel/clock.ts';
import { signedImageUrl } from '../../kernel/outside/signed-image-url.ts';
import { listWorkspaceIds, workspaceFounders } from '../identity/public.ts';
import { findPictures } from '../tickets/public.ts';
import { openAccessTokens } from './access-tokens.ts';
import { addFirstForm } from './form/found-form.ts';
import type { FormSource } from './form/queries/find-form.ts';
import { openForms } from './form/open-forms.ts';
import { letterReader, type LetterReaderParts } from './email/ingest/letter-reader.ts';
import { openScreening } from './screening/screening.ts';
import { sendLetterJob } from './email/outgoing/send-letter.ts';
import { openSender } from './email/sending/sender.ts';
import { addBuiltInMailbox } from './found-built-in.ts';
import { openPost, type Post } from './generated/post.ts';
import { channelLiveView } from './live-view.ts';
import { openOwnAddresses } from './own-addresses.ts';
import { channelRoutes } from './routes.ts';
import { startIngest, type IngestWorker } from './runner/ingest-worker.ts';
import { readerOfKind } from './runner/reader-of-kind.ts';
import { startMailboxes } from './runner/mailbox-runner.ts';
import { receiveRaw } from './runner/receive-raw.ts';
import { startSmtpRunner } from './runner/smtp-runner.ts';
import type { InboundEnvelope } from './schema.ts';
import { sendingSettings, type SecretParts } from './servers.ts';
import { readSecrets } from './settings.ts';
import { authenticate } from './smtp/authentication.ts';
import { queueLetterOnMessageWritten } from './subscribers/queue-letter-on-message-written.ts';
import { channelRemoval } from './commands/remove-channel.ts';
import { signatureRemoval } from './commands/signatures.ts';
import { formRemoval } from './form/commands/remove-form.ts';
import { blockEntryRemoval } from './screening/commands/unblock-sender.ts';

export type ChannelParts = Pick<LetterReaderParts, 'db' | 'executor'> & {
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: string | undefined;
  readonly smtp: {
    readonly host: string;
    readonly port: number;
    readonly certificate?: CertificatePaths | null;
  };
  readonly spoolDir: string;
  readonly ownFields: FormSource['ownFields'];
  readonly mailboxTiming?: { readonly pollMs?: number; readonly idleCheckMs?: number };
  readonly secrets: {
    seal(text: string): string;
    unseal(sealed: string): string;
    keyFor(purpose: string): Uint8Array;
  };
  readonly files: LetterReaderParts['files'] & { read(hash: string): Promise<Readable> };
  readonly raw: {
    put(bytes: Uint8Array): Promise<string>;
    read(key: string): Promise<Uint8Array>;
  };
};

export type Channels = {
  readonly module: Module;
  readonly pages: readonly WebPage[];
  /** Our own address for a remote picture. */
  imageUrl(url: string): string;
  /** Letters that the product writes by itself. */
  readonly post: Post;
  startIngest(): IngestWorker;
  /** Serves mailboxes and takes letters by SMTP. */
  start(): Promise<{ smtpPort: number; stop(): Promise<void> }>;
  close(): Promise<void>;
};

// oxlint-disable-next-line eslint/max-lines-per-function -- the composition of the module, a list without decisions
export function createChannels(parts: ChannelParts): Channels {
  const { db, log, clock, secrets } = parts;
  const workspaces = () => listWorkspaceIds(db);
  const ownAddresses = openOwnAddresses(db, workspaces);
  const screening = openScreening(db);
  const replySecret = secrets.keyFor('reply-token');
  const imageSecret = secrets.keyFor('outside-image');
  const sealing = { secrets };
  const oauth = { ...parts, ...sealing, fetch: globalThis.fetch };
  const secretParts: SecretParts = {
    secretsOf: ({ secrets: sealed }) => readSecrets(sealing, sealed),
    accessToken: openAccessTokens(oauth),
  };
  const forms = openForms({ ...parts, screening });
  const letters = letterReader({
    ...parts,
    ownAddresses,
    screening,
    replySecret,
    authenticate: authenticateLetter,
  });
  const sender = openSender({
    async isOwnAddress(address, { out }) {
      const owner = await ownAddresses.ownerOf(address);
      // A mailbox of ours at a provider is read by people there too.
      return owner !== null && (owner.builtIn || !out);
    },
    deliverHere: (bytes, envelope) =>
      receiveRaw({ ...parts, executor: parts.executor(), ownAddresses }, bytes, envelope),
  });
  const settingsFor = (channel: Parameters<typeof sendingSettings>[1]) =>
    sendingSettings(secretParts, channel);
  return {
    post: openPost({ db, sender, replySecret, sendingSettings: settingsFor }),
    module: {
      name: 'channels',
      routes: [...channelRoutes({ ...oauth, ...secretParts, imageSecret }), ...forms.routes],
      subscribers: [queueLetterOnMessageWritten],
      jobs: [
        sendLetterJob({
          executor: parts.executor,
          log,
          sender,
          replySecret,
          readFile: async (hash) => bytesOf(await parts.files.read(hash)),
          findPictures: (at, ids) =>
            db.read(at.workspaceId, (reading) => findPictures(reading, at, ids)),
          sendingSettings: settingsFor,
        }),
      ],
      permissions: ['channel.read', 'channel.change', 'letter.read', 'letter.change'].map(
        (key) => ({
          key,
          group: 'channels',
        }),
      ),
      contributions: [
        contribute(workspaceFounders, addBuiltInMailbox),
        contribute(workspaceFounders, addFirstForm),
        contribute(liveViews, channelLiveView),
        contribute(removalKinds, channelRemoval),
        contribute(removalKinds, formRemoval),
        contribute(removalKinds, signatureRemoval),
        contribute(removalKinds, blockEntryRemoval),
      ],
    },
    pages: forms.pages,
    imageUrl: (url) => signedImageUrl(imageSecret, url),
    startIngest: () =>
      startIngest({
        db,
        clock,
        log,
        workspaces,
        reader: readerOfKind({ email: letters, form: forms.reader }),
        executor: parts.executor(),
      }),
    async start() {
      const executor = parts.executor();
      const smtp = await startSmtpRunner({ ...parts.smtp, ...parts, ownAddresses, executor });
      const mailboxes = startMailboxes({ ...secretParts, ...parts, executor, workspaces });
      return {
        smtpPort: smtp.port,
        async stop() {
          await Promise.all([smtp.close(), mailboxes.stop()]);
        },
      };
    },
    async close() {
      sender.close();
      await ownAddresses.close();
      await screening.close();
    },
  };
}

async function bytesOf(stream: Readable): Promise<Uint8Array> {
  return Buffer.concat(await stream.toArray());
}

async function authenticateLetter(bytes: Uint8Array, envelope: InboundEnvelope) {
  if (envelope.remoteAddress === undefined) {
    return null;
  }
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return authenticate(
    { kind: 'bytes', bytes: whole, size: whole.length },
    {
      from: envelope.from ?? '',
      helo: envelope.helo ?? '',
      remoteAddress: envelope.remoteAddress,
    },
  );
}
