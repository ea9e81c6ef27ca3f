import type { z } from 'zod';
import type { CardRow } from './card-tables.ts';
import type { personFields } from './schema.ts';

type Given = {
  readonly [K in keyof typeof personFields]?: z.output<(typeof personFields)[K]> | undefined;
};

/** The card with what was asked; what is not named stays. */
export function changedCard(before: CardRow, asked: Given): CardRow {
  const { quietHours } = asked;
  const organization = given(asked.organizationId, before.organization_id);
  const stays = organization === before.organization_id;
  return {
    ...before,
    name: asked.name ?? before.name,
    organization_id: organization,
    branch_id: given(asked.branchId, stays ? before.branch_id : null),
    locale: given(asked.locale, before.locale),
    note: asked.note ?? before.note,
    vip_level: asked.vipLevel ?? levelOf(asked.vip, before.vip_level),
    favourite_channel: given(asked.favouriteChannel, before.favourite_channel),
    time_zone: given(asked.timeZone, before.time_zone),
    quiet_from: quietHours === undefined ? before.quiet_from : minutesOf(quietHours?.from),
    quiet_to: quietHours === undefined ? before.quiet_to : minutesOf(quietHours?.to),
  };
}

const given = <T>(asked: T | undefined, before: T): T => (asked === undefined ? before : asked);

/** Who only says "important" or not leaves a higher level as it is. */
function levelOf(vip: boolean | undefined, before: number): number {
  if (vip === undefined) {
    return before;
  }
  return vip ? Math.max(1, before) : 0;
}

function minutesOf(time: string | undefined): number | null {
  if (time === undefined) {
    return null;
  }
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function timeOfDay(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
