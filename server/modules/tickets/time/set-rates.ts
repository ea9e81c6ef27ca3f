import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { TimeRates, readRates } from './queries/read-rates.ts';
import * as store from './rate-store.ts';

/** Of an hour, as a decimal: money is never a float. */
const hourly = z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, { message: 'not_amount' });

/** What an hour costs. It counts for time written down from now on; past costs stay what they were. */
export const setTimeRates = defineCommand({
  name: 'tickets.set-time-rates',
  permission: 'workspace.change',
  input: z.strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, { message: 'not_currency' }),
    hourly: hourly.nullable(),
    roles: z.array(z.strictObject({ roleId: id(), hourly: hourly.nullable() })).max(200),
    version: version().optional(),
  }),
  output: TimeRates,

  async run(ctx, { currency, hourly: general, roles, version: seen }) {
    const { workspaceId } = ctx.actor;
    await store.lockSetting(ctx, currency);
    const before = await readRates(ctx.tx, workspaceId);
    mustBeCurrent(before, seen);
    await store.saveSetting(ctx, { currency, hourly: general });
    for (const { roleId, hourly: own } of roles) {
      if (!before.roles.some(({ role }) => role.id === roleId)) {
        throw invalid('roles', 'unknown');
      }
      await store.saveRate(ctx, roleId, own);
    }
    const after = await readRates(ctx.tx, workspaceId);
    ctx.audit({
      action: 'time_rates.changed',
      subject: { kind: 'time_rates', id: workspaceId, name: after.currency },
      before: flat(before),
      after: flat(after),
    });
    return after;
  },
});

const flat = ({ currency, hourly: general, roles }: TimeRates) => ({
  currency,
  hourly: general,
  ...Object.fromEntries(roles.map(({ role, hourly: own }) => [role.name, own])),
});
