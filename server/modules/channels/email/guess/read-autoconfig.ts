import { parseDocument } from 'htmlparser2';
import type { GuessedServer } from './guess.ts';
import type { Security } from '../imap/settings.ts';

export type Autoconfig = {
  readonly incoming: GuessedServer;
  readonly outgoing: GuessedServer;
  readonly user: string;
};

type Node = ReturnType<typeof parseDocument>['children'][number];

const securities: Readonly<Record<string, Security>> = { SSL: 'tls', STARTTLS: 'starttls' };

/**
 * Reads Mozilla's client configuration (config-v1.1.xml): the first encrypted IMAP and SMTP servers in it. Null
 * when it is none, or offers none: a file that asks for a password in the clear is not followed.
 */
export function readAutoconfig(xml: string, address: string): Autoconfig | null {
  const servers = elements(parseDocument(xml, { xmlMode: true }).children);
  const incoming = firstServer(servers, { tag: 'incomingServer', type: 'imap', address });
  const outgoing = firstServer(servers, { tag: 'outgoingServer', type: 'smtp', address });
  return incoming === null || outgoing === null
    ? null
    : { incoming: incoming.server, outgoing: outgoing.server, user: incoming.user || address };
}

type Wanted = { readonly tag: string; readonly type: string; readonly address: string };

function firstServer(
  nodes: readonly Node[],
  { tag, type, address }: Wanted,
): { server: GuessedServer; user: string } | null {
  for (const node of nodes) {
    if (!('attribs' in node) || node.name !== tag || node.attribs['type'] !== type) {
      continue;
    }
    const children = elements(node.children);
    const field = (name: string): string =>
      filled(textOf(children.find((child) => 'attribs' in child && child.name === name)), address);
    const security = securities[field('socketType')];
    const server = { host: field('hostname').toLowerCase(), port: Number(field('port')), security };
    if (security !== undefined && isHost(server.host) && isPort(server.port)) {
      return { server: { ...server, security }, user: field('username') };
    }
  }
  return null;
}

/** All elements below, in the order of the document. */
function elements(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => ('children' in node ? [node, ...elements(node.children)] : []));
}

function textOf(node: Node | undefined): string {
  return node !== undefined && 'children' in node
    ? node.children
        .map((child) => ('data' in child ? child.data : ''))
        .join('')
        .trim()
    : '';
}

function filled(text: string, address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return text
    .replaceAll('%EMAILADDRESS%', address)
    .replaceAll('%EMAILLOCALPART%', local)
    .replaceAll('%EMAILDOMAIN%', domain);
}

export function isHost(host: string): boolean {
  return host.length <= 253 && /^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host);
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65_536;
}
