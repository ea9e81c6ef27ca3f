import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { useMay, useSession } from '../../lib/session.ts';
import type { TicketFilter } from '../../lib/ticket-filter.ts';
import { countsQuery, viewsQuery } from '../../lib/tickets.ts';
import classes from './bulk.module.css';
import { useBulkChange } from './bulk-acts.ts';
import { AssignMenus, ChangeMenus } from './bulk-menus.tsx';
import { MoreActs } from './bulk-more.tsx';
import { isSelected, selection, useSelection, type Selection } from './selection.ts';

type Props = {
  list: string;
  filter: TicketFilter;
  rows: Ticket[];
  /** Nothing of the list is left to be loaded. */
  isWhole: boolean;
};

/** How many are chosen; unknown while the list goes on beyond what is loaded and no counter says. */
function useChosenCount({ mode, ids }: Selection, { filter, rows, isWhole }: Props): number | null {
  const counts = useQuery(countsQuery).data;
  const views = useQuery(viewsQuery).data;
  if (mode === 'some') {
    return ids.size;
  }
  const isView = Object.keys(filter).every((name) => ['view', 'sort', 'order'].includes(name));
  const view = views?.find(({ id, key }) => id === filter.view || key === filter.view);
  const counted = isView && view ? counts?.[view.id] : undefined;
  const total = isWhole ? rows.length : counted;
  return total === undefined ? null : Math.max(0, total - ids.size);
}

/** What may be done with the chosen tickets. The keys of one ticket mean the chosen ones while there are any. */
export function BulkBar(props: Props) {
  const chosen = useSelection(props.list);
  const isSomething = chosen.list === props.list;
  return isSomething ? <Bar {...props} chosen={chosen} /> : null;
}

function Bar(props: Props & { chosen: Selection }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useSession().user.id;
  const { change: run, attempt } = useBulkChange(props);
  const count = useChosenCount(props.chosen, props);
  const chosenRows = props.rows.filter(({ id }) => isSelected(props.chosen, id));
  const mayChange = may('ticket.change');
  const mayAssign = may('ticket.assign');
  useAction('ticket.solve', () => run({ status: 'solved' }), { enabled: mayChange, level: 1 });
  useAction('ticket.takeOver', () => run({ assigneeId: me }), { enabled: mayAssign, level: 1 });
  return (
    <section className={classes.bar} aria-label={t('tickets.bulk.title')}>
      <div className={classes.head}>
        <output className={classes.count}>
          {count === null ? t('tickets.bulk.whole') : t('tickets.bulk.chosen', { count })}
        </output>
        {props.chosen.mode === 'some' && !props.isWhole && (
          <Button variant="subtle" size="compact-xs" onClick={() => selection.all(props.list)}>
            {t('tickets.bulk.takeWhole')}
          </Button>
        )}
        <ActionIcon
          className={classes.close}
          aria-label={t('tickets.bulk.drop')}
          onClick={() => selection.clear()}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={classes.acts}>
        {mayChange && (
          <Button size="compact-xs" onClick={() => run({ status: 'solved' })}>
            {t('tickets.bulk.solve')}
          </Button>
        )}
        {mayAssign && (
          <Button size="compact-xs" variant="default" onClick={() => run({ assigneeId: me })}>
            {t('tickets.bulk.take')}
          </Button>
        )}
        {mayAssign && <AssignMenus run={run} />}
        {mayChange && <ChangeMenus run={run} />}
        <MoreActs run={run} attempt={attempt} rows={chosenRows} count={count} />
      </div>
    </section>
  );
}
