import type { LookupFunction } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { Refusal } from '../errors.ts';
import { checkedAddresses, checkedUrl, type Reach, type ResolvedAddress } from './reach.ts';

export type OutsideOptions = Reach & {
  /** Bytes of the answer's body. */
  readonly maxBytes: number;
  /** For everything together: name, connection, redirects, body. */
  readonly timeoutMs: number;
  /** Whatever follows the status is not waited for: it may be long, slow, or never end. `body` is empty then. */
  readonly statusOnly?: boolean;
  /** Media types without parameters, e.g. `image/png`; '' for none named; any when left out. */
  readonly accept?: readonly string[];
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Default: 5 for GET and HEAD, otherwise none, because a repeated POST is a second delivery. */
  readonly maxRedirects?: number;
};

export type OutsideAnswer = {
  /** Of the last redirect. */
  readonly url: string;
  readonly status: number;
  /** Lower case, without parameters; '' when the server named none. */
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
};

const redirectStatus = new Set([301, 302, 303, 307, 308]);

function lookupOf(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, lookupOptions, callback) => {
    const [first] = addresses;
    if (lookupOptions.all === true) {
      callback(null, [...addresses]);
    } else {
      callback(null, first?.address ?? '', first?.family);
    }
  };
}

async function withinTime<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => reject(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function tooLarge(): Refusal {
  return new Refusal('too_large', 'outside.too_large');
}

async function readBody(answer: Dispatcher.ResponseData, maxBytes: number): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > maxBytes) {
      throw tooLarge();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function contentTypeOf(answer: Dispatcher.ResponseData): string {
  const header = answer.headers['content-type'];
  const [type = ''] = (Array.isArray(header) ? (header[0] ?? '') : (header ?? '')).split(';');
  return type.trim().toLowerCase();
}

function checkType(answer: Dispatcher.ResponseData, accept: readonly string[] | undefined): string {
  const contentType = contentTypeOf(answer);
  if (accept !== undefined && !accept.includes(contentType)) {
    throw new Refusal('not_allowed', 'outside.type_refused', { detail: contentType });
  }
  return contentType;
}

type Step = OutsideAnswer | { readonly redirect: string };

async function oneStep(url: URL, options: OutsideOptions, signal: AbortSignal): Promise<Step> {
  const addresses = await withinTime(signal, checkedAddresses(url, options));
  const agent = new Agent({
    connect: { lookup: lookupOf(addresses), timeout: options.timeoutMs },
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
    maxHeaderSize: 32_768,
  });
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      method: options.method ?? 'GET',
      headers: {
        'user-agent': 'Otklik',
        // A compressed body would unpack to an unknown size.
        'accept-encoding': 'identity',
        ...(options.accept === undefined
          ? {}
          : { accept: options.accept.filter((type) => type !== '').join(', ') }),
        ...options.headers,
      },
      body: options.body ?? null,
    });
    const { location } = answer.headers;
    if (redirectStatus.has(answer.statusCode) && typeof location === 'string') {
      return { redirect: location };
    }
    const contentType = checkType(answer, answer.statusCode < 300 ? options.accept : undefined);
    const body = options.statusOnly ? new Uint8Array() : await readBody(answer, options.maxBytes);
    return { url: url.href, status: answer.statusCode, contentType, headers: answer.headers, body };
  } finally {
    await agent.destroy();
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  const isTimeout = error instanceof Error && /Timeout|Abort/.test(error.name);
  const reason = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return new Refusal(
    'unavailable',
    isTimeout ? 'outside.timeout' : 'outside.unreachable',
    reason === undefined ? {} : { detail: reason },
  );
}

/**
 * The only way by which the product fetches an address that a stranger or a user wrote: never our own machine or network,
 * never more or longer than said, every redirect checked anew. Any HTTP status is an answer, not an error.
 * @throws Refusal `outside.url_refused` `outside.address_refused` `outside.type_refused` `outside.too_large`
 *   `outside.too_many_redirects` `outside.timeout` `outside.unreachable`
 */
export async function fetchOutside(
  address: string,
  options: OutsideOptions,
): Promise<OutsideAnswer> {
  const repeatable =
    options.method === undefined || options.method === 'GET' || options.method === 'HEAD';
  const maxRedirects = options.maxRedirects ?? (repeatable ? 5 : 0);
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    let url = checkedUrl(address, options);
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const step = await oneStep(url, options, signal);
      if (!('redirect' in step)) {
        return step;
      }
      url = checkedUrl(URL.parse(step.redirect, url)?.href ?? '', options);
    }
  } catch (error) {
    throw asRefusal(error);
  }
  throw new Refusal('not_allowed', 'outside.too_many_redirects');
}
