import type { CommandContext } from '../../kernel/commands.ts';
import { definePoint } from '../../kernel/extension-points.ts';

/** Whether a letter to these addresses must not leave the house, e.g. to customers who do not exist. */
export type StaysHere = (ctx: CommandContext, addresses: readonly string[]) => Promise<boolean>;
export const staysHere = definePoint<StaysHere>('channels.stays-here');
