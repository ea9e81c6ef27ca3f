import { fetchOutside } from '../../../../kernel/outside/fetch-outside.ts';
import type { Reach } from '../../../../kernel/outside/reach.ts';

/** The domain is whatever somebody typed: it must not make us look into our own network. */
export const outsideFetch =
  (reach: Pick<Reach, 'resolve' | 'isAllowed'> = {}): typeof fetch =>
  async (input) => {
    const limits = { maxBytes: 256 * 1024, timeoutMs: 4_000 };
    const { status, body } = await fetchOutside(String(input), { ...limits, ...reach });
    return new Response(Buffer.from(body), { status });
  };
