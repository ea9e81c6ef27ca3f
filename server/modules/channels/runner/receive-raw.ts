import type { Executor } from '../../../kernel/executor.ts';
import { letterFingerprint } from '../email/imap/letter-fingerprint.ts';
import type { AddressOwner, OwnAddresses } from '../own-addresses.ts';
import type { InboundEnvelope } from '../schema.ts';
import { receiveTogether } from './receive-together.ts';

export type ReceiveParts = {
  readonly executor: Executor;
  readonly ownAddresses: OwnAddresses;
  readonly raw: { put(bytes: Uint8Array): Promise<string> };
};

/** Keeps a raw letter for every workspace that it is addressed to. When it resolves, the letter cannot be lost any more. */
export async function receiveRaw(
  { executor, ownAddresses, raw }: ReceiveParts,
  bytes: Buffer,
  envelope: InboundEnvelope & { readonly to: readonly string[] },
): Promise<void> {
  const key = await raw.put(bytes);
  const externalId = letterFingerprint(bytes);
  for (const { workspaceId, channelId } of await ownersOf(ownAddresses, envelope.to)) {
    await receiveTogether(executor, workspaceId, {
      channelId,
      externalId,
      raw: key,
      size: bytes.length,
      envelope,
    });
  }
}

/** One letter to two addresses of one mailbox is one letter. */
async function ownersOf(
  ownAddresses: OwnAddresses,
  recipients: readonly string[],
): Promise<Iterable<AddressOwner>> {
  const owners = new Map<string, AddressOwner>();
  for (const address of recipients) {
    const owner = await ownAddresses.ownerOf(address);
    if (owner) {
      owners.set(`${owner.workspaceId}:${owner.channelId}`, owner);
    }
  }
  return owners.values();
}
