import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Refusal } from '../errors.ts';
import { isMetadataAddress, isPublicAddress } from './public-address.ts';

export type ResolvedAddress = { readonly address: string; readonly family: 4 | 6 };

/** How far a fetch may reach. */
export type Reach = {
  /**
   * Our own network may be reached too, on any port: an administrator's decision (a chat server in the intranet).
   * Link-local and metadata addresses, which hand out the machine's own credentials, stay closed.
   */
  readonly allowPrivate?: boolean;
  /** Besides 80, 443, 8080 and 8443. */
  readonly ports?: readonly number[];
  /** For tests: names to addresses. */
  readonly resolve?: (host: string) => Promise<readonly ResolvedAddress[]>;
  /** For tests: which addresses may be connected to. */
  readonly isAllowed?: (address: string) => boolean;
};

const usualPorts = new Set([80, 443, 8080, 8443]);
const maxUrlLength = 8192;

function refusedUrl(reason: string): Refusal {
  return new Refusal('not_allowed', 'outside.url_refused', { detail: reason });
}

function isAllowedPort(url: URL, reach: Reach): boolean {
  // The parser leaves the port of the scheme out.
  const port = Number(url.port);
  return (
    url.port === '' ||
    reach.allowPrivate === true ||
    usualPorts.has(port) ||
    reach.ports?.includes(port) === true
  );
}

/**
 * The parser has already made 127.0.0.1 of 0x7f.1, 017700000001 and 2130706433.
 * @throws Refusal `outside.url_refused`
 */
export function checkedUrl(text: string, reach: Reach): URL {
  const url = text.length > maxUrlLength ? null : URL.parse(text);
  if (url === null) {
    throw refusedUrl('not an address');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refusedUrl('only http and https');
  }
  if (url.username !== '' || url.password !== '') {
    throw refusedUrl('no user name in the address');
  }
  if (!isAllowedPort(url, reach)) {
    throw refusedUrl(`port ${url.port}`);
  }
  url.hash = '';
  return url;
}

async function resolveBySystem(host: string): Promise<readonly ResolvedAddress[]> {
  const found = await systemLookup(host, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

function isAllowedAddress(address: string, reach: Reach): boolean {
  if (reach.allowPrivate === true) {
    return !isMetadataAddress(address);
  }
  return (reach.isAllowed ?? isPublicAddress)(address);
}

/**
 * Names are resolved here, once; the connection is made to what was checked, so a second answer of the DNS changes
 * nothing. Of several addresses those that are not allowed are left out.
 * @throws Refusal `outside.address_refused`; whatever the resolver throws
 */
export async function checkedAddresses(
  url: URL,
  reach: Reach,
): Promise<readonly ResolvedAddress[]> {
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const family = isIP(host);
  const found: readonly ResolvedAddress[] =
    family === 0
      ? await (reach.resolve ?? resolveBySystem)(host)
      : [{ address: host, family: family === 6 ? 6 : 4 }];
  const allowed = found.filter(({ address }) => isAllowedAddress(address, reach));
  if (allowed.length === 0) {
    throw new Refusal('not_allowed', 'outside.address_refused', { detail: host });
  }
  return allowed;
}
