import { domainToASCII } from 'node:url';
import type { DnsQuestions, GuessedServer, GuessedSettings, KnownProvider } from './guess.ts';
import { knownProviders } from './known-providers.data.ts';
import { isHost, readAutoconfig } from './read-autoconfig.ts';

export type GuessWorld = {
  /** Should refuse private addresses: the domain is whatever somebody typed. */
  readonly fetch: typeof globalThis.fetch;
  readonly resolver: DnsQuestions;
  /** For everything together; 5 s when left out. */
  readonly timeoutMs?: number;
};

const xmlBytes = 256 * 1024;

/**
 * Server settings for an address: by what is known of its provider, else by what its domain publishes, else by
 * what is usual. Null only for what is no address. Never throws; when time is over, what is usual is answered.
 */
export async function guessSettings(
  address: string,
  world: GuessWorld,
): Promise<GuessedSettings | null> {
  const user = address.trim();
  const at = user.lastIndexOf('@');
  const domain = domainToASCII(user.slice(at + 1).toLowerCase());
  if (at < 1 || !isHost(domain)) {
    return null;
  }
  const known = knownProviders.find(({ domains }) =>
    domains.some((pattern) => pattern.test(domain)),
  );
  if (known !== undefined) {
    return ofProvider(known, 'known', user);
  }
  const limit = AbortSignal.timeout(world.timeoutMs ?? 5_000);
  const guess = new Guess({ user, domain, world, limit });
  return (await guess.byMx()) ?? (await guess.byPublication()) ?? guess.byHabit();
}

function ofProvider(
  provider: KnownProvider,
  source: 'known' | 'mx',
  user: string,
): GuessedSettings {
  const { id, incoming, outgoing, needs, oauth } = provider;
  return { source, provider: id, incoming, outgoing, user, needs, oauth };
}

type Question = {
  readonly user: string;
  /** ASCII, lower case. */
  readonly domain: string;
  readonly world: GuessWorld;
  readonly limit: AbortSignal;
};

class Guess {
  readonly #question: Question;
  #mx: readonly string[] = [];

  constructor(question: Question) {
    this.#question = question;
  }

  async byMx(): Promise<GuessedSettings | null> {
    const { domain, user, world, limit } = this.#question;
    const records = await inTime(world.resolver.resolveMx(domain), limit);
    this.#mx = (records ?? [])
      .toSorted((a, b) => a.priority - b.priority)
      .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''));
    for (const host of this.#mx) {
      const provider = knownProviders.find(({ mx }) => mx.some((pattern) => pattern.test(host)));
      if (provider !== undefined) {
        return ofProvider(provider, 'mx', user);
      }
    }
    return null;
  }

  /** Both are asked at once; the configuration file says more than the records, so it goes first. */
  async byPublication(): Promise<GuessedSettings | null> {
    const [autoconfig, srv] = await Promise.all([this.#autoconfig(), this.#srv()]);
    return autoconfig ?? srv;
  }

  async #autoconfig(): Promise<GuessedSettings | null> {
    const { user, domain, limit } = this.#question;
    const places = [
      `https://autoconfig.${domain}/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(user)}`,
      `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
    ];
    const files = await Promise.all(places.map((place) => inTime(this.#download(place), limit)));
    for (const xml of files) {
      const found = xml === null ? null : readAutoconfig(xml, user);
      if (found !== null) {
        return { source: 'autoconfig', ...unknownProvider, ...found };
      }
    }
    return null;
  }

  async #download(place: string): Promise<string | null> {
    const { world, limit } = this.#question;
    const answer = await world.fetch(place, { signal: limit, headers: { accept: 'text/xml' } });
    const announced = Number(answer.headers.get('content-length') ?? 0);
    if (!answer.ok || answer.body === null || announced > xmlBytes) {
      await answer.body?.cancel();
      return null;
    }
    let xml = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body) {
      xml += decoder.decode(chunk as Uint8Array, { stream: true });
      if (xml.length > xmlBytes) {
        return null;
      }
    }
    return xml;
  }

  /** RFC 6186 and RFC 8314. */
  async #srv(): Promise<GuessedSettings | null> {
    const [imaps, imap, submissions, submission] = await Promise.all(
      ['_imaps', '_imap', '_submissions', '_submission'].map((service) => this.#record(service)),
    );
    const incoming = server(imaps, 'tls') ?? server(imap, 'starttls');
    const outgoing = server(submissions, 'tls') ?? server(submission, 'starttls');
    return incoming === null || outgoing === null
      ? null
      : { source: 'srv', ...unknownProvider, incoming, outgoing, user: this.#question.user };
  }

  async #record(service: string): Promise<Record | null> {
    const { domain, world, limit } = this.#question;
    const records = await inTime(world.resolver.resolveSrv(`${service}._tcp.${domain}`), limit);
    const [best] = (records ?? []).toSorted(
      (a, b) => a.priority - b.priority || b.weight - a.weight,
    );
    return best ?? null;
  }

  /** A mail host within the domain usually serves the mailboxes too. */
  byHabit(): GuessedSettings {
    const { domain, user } = this.#question;
    const own = this.#mx.find((host) => host === domain || host.endsWith(`.${domain}`));
    const host = own === undefined || /^mx\d*\./.test(own) ? `mail.${domain}` : own;
    return {
      source: 'guess',
      ...unknownProvider,
      incoming: { host: own === undefined ? `imap.${domain}` : host, port: 993, security: 'tls' },
      outgoing: { host: own === undefined ? `smtp.${domain}` : host, port: 465, security: 'tls' },
      user,
    };
  }
}

const unknownProvider = { provider: null, needs: [], oauth: null } as const;

type Record = { readonly name: string; readonly port: number };

/** A name of "." says that there is no such service (RFC 2782). */
function server(
  record: Record | null | undefined,
  security: 'tls' | 'starttls',
): GuessedServer | null {
  const host = record?.name.replace(/\.$/, '').toLowerCase() ?? '';
  return record === null || record === undefined || !isHost(host)
    ? null
    : { host, port: record.port, security };
}

/** What fails or comes too late counts as not there. */
async function inTime<T>(work: Promise<T>, limit: AbortSignal): Promise<T | null> {
  const late = new Promise<null>((resolve) => {
    if (limit.aborted) {
      resolve(null);
    }
    limit.addEventListener('abort', () => resolve(null), { once: true });
  });
  return Promise.race([work.catch(() => null), late]);
}
