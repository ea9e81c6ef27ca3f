import { createHmac, timingSafeEqual } from 'node:crypto';

export type Link = {
  readonly workspaceId: string;
  readonly approverId: string;
  /** A later letter makes this one void. */
  readonly edition: number;
};

const idBytes = 16;
const headBytes = 2 * idBytes + 2;
const markBytes = 16;

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const markOf = (secret: Uint8Array, head: Buffer) =>
  createHmac('sha256', secret)
    .update('otklik approval\0')
    .update(head)
    .digest()
    .subarray(0, markBytes);

/** What stands in the address: whose it is, and a mark that only this installation can make. */
export function makeLink(secret: Uint8Array, { workspaceId, approverId, edition }: Link): string {
  const count = Buffer.alloc(2);
  count.writeUInt16BE(edition);
  const head = Buffer.concat([bytesOf(workspaceId), bytesOf(approverId), count]);
  return Buffer.concat([head, markOf(secret, head)]).toString('base64url');
}

/** Null for whatever we have not made. */
export function openLink(secret: Uint8Array, token: string): Link | null {
  const bytes = Buffer.from(token, 'base64url');
  const head = bytes.subarray(0, headBytes);
  const isWhole = bytes.length === headBytes + markBytes && bytes.toString('base64url') === token;
  if (!isWhole || !timingSafeEqual(bytes.subarray(headBytes), markOf(secret, head))) {
    return null;
  }
  return {
    workspaceId: idOf(head.subarray(0, idBytes)),
    approverId: idOf(head.subarray(idBytes, 2 * idBytes)),
    edition: head.readUInt16BE(2 * idBytes),
  };
}
