import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './errors.ts';

/** A browser names where a request comes from; a page of another site must not act with our cookie. */
export function refuseForgery(headers: IncomingHttpHeaders, publicUrl: string | undefined): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') {
      return;
    }
    throw new Refusal('forbidden', 'request.cross_site');
  }
  const { origin, host } = headers;
  if (origin === undefined) {
    return;
  }
  const own = [host, publicUrl && new URL(publicUrl).host];
  if (!URL.canParse(origin) || !own.includes(new URL(origin).host)) {
    throw new Refusal('forbidden', 'request.cross_site');
  }
}
