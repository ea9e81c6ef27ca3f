import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../ui/locale.tsx';
import type { Change, TicketEvent } from '../../lib/api-types.ts';
import { useOwnFields } from '../../lib/own-fields.ts';
import { sayOwnValue } from '../../lib/own-value.ts';

/** A change with the words for what has changed, where those are the company's own. */
export type SaidChange = Change & { readonly label?: string };

type Values = Readonly<Record<string, unknown>>;

const isOwn = ({ field }: Change): boolean => field === 'fields';
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What has changed, own fields one by one; and what own fields are called in the reason for it. */
export function useOwnChanges({ changes, reason }: Pick<TicketEvent, 'changes' | 'reason'>) {
  const { t } = useTranslation();
  const at = useUiLocale();
  const missing = namesIn(reason?.params?.['missing']);
  const fields = useOwnFields(missing.length > 0 || changes.some(isOwn));
  const labelOf = (name: string) => fields.find((each) => each.name === name)?.label ?? name;
  const onesOf = ({ from, to }: Change): SaidChange[] => {
    const [before, after] = [(from ?? {}) as Values, (to ?? {}) as Values];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((name) => !same(before[name], after[name]))
      .map((name) => ({
        field: 'fields',
        label: labelOf(name),
        from: sayOwnValue(before[name], t, at),
        to: sayOwnValue(after[name], t, at),
      }));
  };
  const said: SaidChange[] = changes.flatMap((change) =>
    isOwn(change) ? onesOf(change) : [change],
  );
  return { changes: said, fields: missing.map(labelOf).join(', ') };
}

const namesIn = (missing: unknown): string[] =>
  Array.isArray(missing)
    ? (missing as { field: string }[])
        .filter(({ field }) => field.startsWith('fields.'))
        .map(({ field }) => field.slice('fields.'.length))
    : [];
