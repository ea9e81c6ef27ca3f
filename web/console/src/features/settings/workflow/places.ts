import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { statuses } from '../../../../../ui/marks.tsx';
import type { TicketType } from '../../../lib/api-types.ts';
import { useOwnStatuses } from '../../../lib/own-statuses.ts';

export type Workflow = components['schemas']['Workflow'];
export type PlaceChoice = { readonly value: string; readonly label: string };

/** Where a ticket of a type can stand: own statuses, and of the six those that none of them stands for. */
export function usePlaces(type: TicketType): PlaceChoice[] {
  const { t } = useTranslation();
  const own = useOwnStatuses().filter((each) => each.type === type && !each.leaving);
  return statuses.flatMap((status) => {
    const named = own.filter((each) => each.class === status);
    return named.length > 0
      ? named.map(({ id, name }) => ({ value: id, label: name }))
      : [{ value: status, label: t(`ui.status.${status}`) }];
  });
}
