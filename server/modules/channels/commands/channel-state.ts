import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { whisper } from '../../../kernel/live-whisper.ts';
import { id, time } from '../../../kernel/text.ts';
import {
  lockChannel,
  lockChannelState,
  notifyChannels,
  readChannel,
  saveChannelState,
} from '../channel-store.ts';
import { channelStateChanged, channelTrouble } from '../events.ts';
import { readChannelCard } from '../queries/list-channels.ts';
import { Channel, type ImportProgress } from '../schema.ts';

/** How a connection fares; an event only when it turns from good to bad or back. */
export const recordChannelState = defineCommand({
  name: 'channels.record-state',
  permission: 'channel.run',
  input: z.strictObject({
    channelId: z.string(),
    state: z.enum(['connected', 'connecting', 'error', 'off']),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    /** It has been so for so long that somebody should hear of it. */
    lasts: z.boolean().default(false),
  }),
  output: z.object({}),
  async run(ctx, { channelId, state, code, detail, lasts }) {
    const before = await lockChannelState(ctx, channelId);
    await saveChannelState(ctx, channelId, { state, code, detail, at: ctx.now });
    if (before.state !== state || before.code !== code) {
      ctx.emit(channelStateChanged, { channelId, state, code });
    }
    if (lasts) {
      const { address } = await readChannel(ctx, channelId);
      ctx.emit(channelTrouble, { channelId, address: address ?? '', code });
    }
    return {};
  },
});

/** Where reading of the mailbox has come to. */
export const recordPosition = defineCommand({
  name: 'channels.record-position',
  permission: 'channel.run',
  input: z.strictObject({
    channelId: z.string(),
    position: z.custom<object>(),
    gotLetter: z.boolean(),
  }),
  output: z.object({}),
  async run(ctx, { channelId, position, gotLetter }) {
    await saveChannelState(ctx, channelId, {
      position: JSON.stringify(position),
      ...(gotLetter && { last_letter_at: ctx.now }),
    });
    return {};
  },
});

export type StoredImport = ImportProgress & {
  readonly cursor: object | null;
  /** Of the last start: what an earlier one still reports is not wanted any more. */
  readonly runId: string;
};

/** Screens see how far it is; the history of facts does not: it would be a line for every fifty letters. */
async function saveImport(
  ctx: CommandContext,
  channelId: string,
  stored: StoredImport,
): Promise<void> {
  await saveChannelState(ctx, channelId, { import: JSON.stringify(stored) });
  const { since, until, state, done, total, code } = stored;
  whisper(ctx, {
    to: { permission: 'channel.read' },
    event: 'channel',
    words: { channelId, import: { since, until, state, done, total, code } },
  });
}

/** Begins, or goes on with, bringing the letters of a period; runs in the background where the mailbox is served. */
export const startImport = defineCommand({
  name: 'channels.start-import',
  permission: 'channel.change',
  input: z.strictObject({ channelId: id(), since: time().optional(), until: time().optional() }),
  output: Channel,
  async run(ctx, { channelId, since, until }) {
    const channel = await lockChannel(ctx, channelId);
    if (!channel.settings.imap || !channel.active) {
      throw new Refusal('not_allowed', 'channel.no_mailbox');
    }
    const before = (await lockChannelState(ctx, channelId)).import as StoredImport | null;
    const next = nextImport(before, { since, until }, ctx.now);
    await saveImport(ctx, channelId, next);
    await notifyChannels(ctx);
    return readChannelCard(ctx.tx, ctx.actor.workspaceId, channelId);
  },
});

/** Goes on where the last one of the same period stopped; any other begins anew. */
// oxlint-disable-next-line eslint/complexity -- three refusals and two outcomes, read from top to bottom
function nextImport(
  before: StoredImport | null,
  { since, until }: { since?: string | undefined; until?: string | undefined },
  now: Date,
): StoredImport {
  if (before?.state === 'running') {
    throw new Refusal('not_allowed', 'import.running');
  }
  const from = since ?? before?.since;
  if (!from) {
    throw invalid('since', 'required');
  }
  const fresh = { runId: newId(), state: 'running' as const, code: null };
  if (before && before.state !== 'done' && isOfPeriod(before, from, until)) {
    return { ...before, ...fresh };
  }
  if (until !== undefined && Date.parse(until) <= Date.parse(from)) {
    throw invalid('until', 'too_early');
  }
  const period = { since: from, until: until ?? now.toISOString() };
  return { ...fresh, ...period, done: 0, total: null, cursor: null };
}

const isOfPeriod = (last: StoredImport, since: string, until: string | undefined): boolean =>
  last.since === since && (until === undefined || until === last.until);

export const stopImport = defineCommand({
  name: 'channels.stop-import',
  permission: 'channel.change',
  input: z.strictObject({ channelId: id() }),
  output: Channel,
  async run(ctx, { channelId }) {
    const before = (await lockChannelState(ctx, channelId)).import as StoredImport | null;
    if (before?.state === 'running') {
      await saveImport(ctx, channelId, { ...before, state: 'stopped' });
      await notifyChannels(ctx);
    }
    return readChannelCard(ctx.tx, ctx.actor.workspaceId, channelId);
  },
});

/** Progress of a running import; one that a person has stopped meanwhile stays stopped. */
export const recordImport = defineCommand({
  name: 'channels.record-import',
  permission: 'channel.run',
  input: z.strictObject({
    channelId: z.string(),
    runId: z.string(),
    cursor: z.custom<object>().nullable(),
    done: z.int(),
    total: z.int().nullable(),
    state: z.enum(['running', 'done', 'failed']),
    code: z.string().nullable(),
  }),
  output: z.object({ goesOn: z.boolean() }),
  async run(ctx, { channelId, runId, state, ...progress }) {
    const before = (await lockChannelState(ctx, channelId)).import as StoredImport | null;
    if (before?.runId !== runId) {
      return { goesOn: false };
    }
    const stopped = before.state !== 'running';
    const next = { ...before, ...progress, state: stopped ? before.state : state };
    await saveImport(ctx, channelId, next);
    return { goesOn: !stopped };
  },
});
