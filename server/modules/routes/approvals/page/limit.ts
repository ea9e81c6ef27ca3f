const windowMs = 60_000;
const mostInWindow = 40;
const mostAddresses = 10_000;

type Seen = { since: number; count: number };

/** How often one address may come to the page, in this process: a link cannot be guessed, but trying costs work. */
export class PageLimit {
  readonly #seen = new Map<string, Seen>();

  /** False: it came too often within a minute. */
  admits(ip: string, now: number): boolean {
    // A network of IPv6 is one visitor: whoever has it has all of its addresses.
    const key = ip.includes(':') ? ip.split(':').slice(0, 4).join(':') : ip;
    const known = this.#seen.get(key);
    if (!known || now - known.since >= windowMs) {
      if (this.#seen.size >= mostAddresses) {
        this.#seen.clear();
      }
      this.#seen.set(key, { since: now, count: 1 });
      return true;
    }
    known.count += 1;
    return known.count <= mostInWindow;
  }
}
