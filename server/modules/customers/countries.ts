import { getCountries, type CountryCode } from 'libphonenumber-js/min';
import type { Actor } from '../../kernel/actor.ts';
import type { Reader } from '../../kernel/database.ts';
import { readWorkspace } from '../identity/public.ts';

/** Given by Node 24; the types of the language do not know it yet. */
type ZonedLocale = Intl.Locale & { getTimeZones(): readonly string[] | undefined };

let countries: ReadonlyMap<string, CountryCode> | undefined;

/** The country whose clocks show this zone; by the tables of ICU, which know zones by country. */
export function countryOfZone(timeZone: string): CountryCode | undefined {
  countries ??= new Map(
    // Later entries win in a Map, so the first country of a shared zone is put in last.
    getCountries()
      .toReversed()
      .flatMap((country) =>
        ((new Intl.Locale(`und-${country}`) as ZonedLocale).getTimeZones() ?? []).map((zone) => [
          zone,
          country,
        ]),
      ),
  );
  return countries.get(canonical(timeZone));
}

/** `Europe/Kyiv` and `Europe/Kiev` are one place; ICU keeps to the older name. */
const canonical = (timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;

/** Where the workspace's own numbers are dialled; asked only where a phone is to be read. */
export async function countryFor(
  { tx, actor }: { tx: Reader; actor: Pick<Actor, 'workspaceId'> },
  kind: string | false,
): Promise<CountryCode | undefined> {
  if (kind !== 'phone') {
    return undefined;
  }
  return countryOfZone((await readWorkspace(tx, actor.workspaceId)).timeZone);
}
