import type { StaysHere } from '../channels/public.ts';
import { readDemoRow } from './queries/read-demo.ts';

/**
 * Everybody in the demo company has an address below `.example`, which RFC 2606 keeps free of anybody. A letter there can
 * only come back, so as long as the company is here none is sent.
 */
export const nothingToExamples: StaysHere = async (ctx, addresses) => {
  if (!addresses.some((address) => address.toLowerCase().endsWith('.example'))) {
    return false;
  }
  const row = await readDemoRow(ctx.tx, ctx.actor.workspaceId);
  return row !== undefined && row.state !== 'removed';
};
