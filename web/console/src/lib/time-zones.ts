/** Every zone the browser knows, with `own` even if it does not list it. */
export function timeZones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
}
