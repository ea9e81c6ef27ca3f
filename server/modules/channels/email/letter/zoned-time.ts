import { windowsZones } from './windows-zones.data.ts';

const formats = new Map<string, Intl.DateTimeFormat | null>();

const formatOf = (zone: string): Intl.DateTimeFormat | null => {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      format = null;
    }
    if (formats.size < 1000) {
      formats.set(zone, format);
    }
  }
  return format;
};

/** Milliseconds that the zone is ahead of UTC at an instant. */
const offsetAt = (format: Intl.DateTimeFormat, instantMs: number): number => {
  const fields = new Map(
    format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]),
  );
  const wall = Date.UTC(
    fields.get('year') ?? 1970,
    (fields.get('month') ?? 1) - 1,
    fields.get('day') ?? 1,
    fields.get('hour') ?? 0,
    fields.get('minute') ?? 0,
    fields.get('second') ?? 0,
  );
  return wall - Math.floor(instantMs / 1000) * 1000;
};

/** `/freeassociation.sourceforge.net/Europe/Berlin` and the like end in the name of the zone. */
const zoneName = (tzid: string): string => {
  const bare = tzid.replace(/^["']|["']$/g, '').trim();
  return windowsZones[bare] ?? /[A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?$/.exec(bare)?.[0] ?? bare;
};

/** The instant, in milliseconds, at which a clock in the zone shows `wallMs` (as if that were UTC); an unknown zone is UTC. */
export const instantOfZoned = (wallMs: number, tzid: string): number => {
  const format = Number.isFinite(wallMs) ? formatOf(zoneName(tzid.slice(0, 200))) : null;
  if (format === null) {
    return wallMs;
  }
  const first = wallMs - offsetAt(format, wallMs);
  return wallMs - offsetAt(format, first);
};
