import { Refusal } from './errors.ts';

/** An edit of something that has changed since it was read is refused, never silently lost or silently winning. */
export function mustBeCurrent(row: { readonly version: number }, seen: number | undefined): void {
  if (seen !== undefined && seen !== row.version) {
    throw new Refusal('conflict', 'version.conflict', { detail: `now at version ${row.version}` });
  }
}
