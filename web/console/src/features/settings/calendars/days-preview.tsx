import { useMay } from '../../../lib/session.ts';
import type { Calendar } from '../../../lib/settings-types.ts';
import { ChangePreview, type SlaDraft } from '../sla/change-preview.tsx';

type Days = Record<string, object | null>;

/** What some days of a calendar would change for open tickets, before they are saved; null: they cannot be read yet. */
export function DaysPreview({ calendar, days }: { calendar: Calendar; days: () => Days | null }) {
  const mayAsk = useMay()('sla.change');
  const { id, zone, week, country } = calendar;
  const draft = (): SlaDraft | null => {
    const asked = days();
    const all = { ...calendar.days, ...asked };
    return asked && ({ calendar: { calendarId: id, zone, week, country, days: all } } as SlaDraft);
  };
  return mayAsk ? <ChangePreview draft={draft} /> : null;
}
