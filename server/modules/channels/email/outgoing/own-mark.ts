import { createHmac } from 'node:crypto';

/** The value of our own header on every letter that leaves: ours to recognise, nobody else's to make. */
export const ownMark = (secret: Uint8Array, workspaceId: string): string =>
  createHmac('sha256', secret)
    .update(`otklik own letter\0${workspaceId}`)
    .digest('base64url')
    .slice(0, 22)
    .toLowerCase();
