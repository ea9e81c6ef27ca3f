import type { CommandContext } from '../../kernel/commands.ts';
import { newId } from '../../kernel/ids.ts';
import type { NewWorkspace } from '../identity/public.ts';
import { weekdays, type Span } from './rules/hours.ts';
import { insertCalendar } from './store.ts';

const office: Span[] = [['09:00', '18:00']];

/** Every company works from its first minute: Monday to Friday, nine to six, where it is; in Russian by the production calendar. */
export async function addFirstCalendar(
  ctx: CommandContext,
  { id, locale, timeZone }: NewWorkspace,
): Promise<void> {
  await insertCalendar(ctx, {
    workspace_id: id,
    id: newId(),
    name: locale === 'ru' ? 'Рабочее время' : 'Working hours',
    zone: timeZone,
    week: Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, office])),
    days: {},
    country: locale === 'ru' ? 'ru' : null,
    is_default: true,
    version: 1,
    created_at: ctx.now,
  });
}
