import { createHash, randomBytes } from 'node:crypto';

/**
 * A session is `<workspace>.<secret>`, a token `otk_<workspace>_<secret>`: the workspace as 32 hexadecimal
 * digits, 32 random bytes in base64url. The database keeps the SHA-256 only.
 */
export type Presented = { readonly workspaceId: string; readonly hash: Buffer };

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const sessionValue = (workspaceId: string, secret: string): string =>
  `${workspaceId.replaceAll('-', '')}.${secret}`;
export const tokenValue = (workspaceId: string, secret: string): string =>
  `otk_${workspaceId.replaceAll('-', '')}_${secret}`;

export function readSession(value: string | undefined): Presented | null {
  return read(/^([0-9a-f]{32})\.([\w-]{43})$/.exec(value ?? ''));
}

export function readToken(authorization: string): Presented | null {
  return read(/^Bearer +otk_([0-9a-f]{32})_([\w-]{43})$/i.exec(authorization));
}

function read(match: RegExpExecArray | null): Presented | null {
  const [, workspace, secret] = match ?? [];
  if (workspace === undefined || secret === undefined) {
    return null;
  }
  const workspaceId = workspace
    .toLowerCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { workspaceId, hash: hashOf(secret) };
}
