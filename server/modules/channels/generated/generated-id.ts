import { replyToken } from '../email/threading/reply-token.ts';

/** `note`: to a colleague, whose answer goes nowhere. `auto`: to a customer, whose answer goes into the ticket. */
export type GeneratedKind = 'note' | 'auto';

type Named = { readonly workspaceId: string; readonly id: string };

const shape = /^(note|auto)\.([a-z2-7]{39})@/;

/** The Message-ID of a letter that no person wrote, which nobody else can make up. */
export const generatedMessageId = (
  secret: Uint8Array,
  { workspaceId, id }: Named,
  { kind, domain }: { readonly kind: GeneratedKind; readonly domain: string },
): string => `${kind}.${replyToken.make(secret, { workspaceId, ticketId: id })}@${domain}`;

/** The first of some Message-IDs that is one of ours. */
export function readGeneratedId(
  secret: Uint8Array,
  workspaceId: string,
  messageIds: readonly (string | null | undefined)[],
): { readonly kind: GeneratedKind; readonly id: string } | null {
  for (const messageId of messageIds) {
    const [, kind, token] = shape.exec(messageId ?? '') ?? [];
    const id = token === undefined ? null : replyToken.read(secret, { workspaceId, token });
    if (id !== null) {
      return { kind: kind as GeneratedKind, id };
    }
  }
  return null;
}
