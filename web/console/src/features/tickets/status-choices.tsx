import { useTranslation } from 'react-i18next';
import { StatusMark, statuses } from '../../../../ui/marks.tsx';
import type { Choice } from '../../../../ui/pick.tsx';
import type { Ticket, TicketPatch, TicketType } from '../../lib/api-types.ts';
import { useOwnStatuses } from '../../lib/own-statuses.ts';

/** What a menu gives: an own status by its id, or one of the six. */
export const statusPatch = (value: string): TicketPatch =>
  (statuses as readonly string[]).includes(value)
    ? { status: value as Ticket['status'] }
    : { ownStatusId: value };

/** The statuses of these types: own ones, and of the six those that none of them stands for. */
export function useStatusChoices(types: readonly TicketType[]): Choice[] {
  const { t } = useTranslation();
  const own = useOwnStatuses().filter(({ type, leaving }) => types.includes(type) && !leaving);
  return statuses.flatMap((status): Choice[] => {
    const named = own.filter((each) => each.class === status);
    return named.length > 0
      ? named.map((each) => ({
          value: each.id,
          text: each.name,
          mark: <StatusMark status={status} own={each} />,
        }))
      : [
          {
            value: status,
            text: t(`ui.status.${status}`),
            mark: <StatusMark status={status} />,
          },
        ];
  });
}
