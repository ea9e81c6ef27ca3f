import type { ImapFlow, ListResponse } from 'imapflow';
import { closeClient, openClient } from './open-client.ts';
import type { ServerSettings } from './settings.ts';

export type MailFolder = {
  /** As a person reads it, with the server's separators. */
  readonly path: string;
  readonly name: string;
  readonly use: 'inbox' | 'sent' | 'drafts' | 'junk' | 'trash' | 'archive' | 'all' | null;
  /**
   * False where serving makes no sense: own drafts and sent letters, thrown away ones, a node without letters,
   * and Gmail's "All Mail", which has every letter of every folder, own ones included.
   */
  readonly servable: boolean;
};

const uses: Readonly<Record<string, Exclude<MailFolder['use'], null>>> = {
  [String.raw`\Inbox`]: 'inbox',
  [String.raw`\Sent`]: 'sent',
  [String.raw`\Drafts`]: 'drafts',
  [String.raw`\Junk`]: 'junk',
  [String.raw`\Trash`]: 'trash',
  [String.raw`\Archive`]: 'archive',
  [String.raw`\All`]: 'all',
};
const unservable = new Set<MailFolder['use']>(['sent', 'drafts', 'trash', 'all']);

/** The inbox first, then by name. @throws connection problems, see `connectionProblem`. */
export async function listFolders(settings: ServerSettings): Promise<MailFolder[]> {
  const client = await openClient(settings);
  try {
    return await foldersOf(client);
  } finally {
    await closeClient(client);
  }
}

async function foldersOf(client: ImapFlow): Promise<MailFolder[]> {
  const folders = (await client.list()).map(toFolder);
  return folders.toSorted(
    (a, b) => Number(b.use === 'inbox') - Number(a.use === 'inbox') || a.path.localeCompare(b.path),
  );
}

function toFolder({ path, name, specialUse, flags }: ListResponse): MailFolder {
  const use = uses[specialUse ?? ''] ?? null;
  const holdsLetters = !flags.has(String.raw`\Noselect`) && !flags.has(String.raw`\NonExistent`);
  return { path, name, use, servable: holdsLetters && !unservable.has(use) };
}
