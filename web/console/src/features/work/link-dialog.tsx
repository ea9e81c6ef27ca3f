import { Button, SegmentedControl } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { TicketFinder } from './ticket-finder.tsx';
import { useTicketFinder } from './use-ticket-finder.ts';
import { refused } from './stage.ts';
import { useActs } from './use-acts.ts';
import type { LinkKind } from './work-queries.ts';
import classes from './work.module.css';

export function LinkDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const acts = useActs(ticket);
  const label = useId();
  const finder = useTicketFinder(ticket);
  const { chosen } = finder;
  const [kind, setKind] = useState<LinkKind>('related');
  // An incident is led to its problem, a problem to its incidents.
  const kinds: LinkKind[] = [
    'related',
    'parent',
    'child',
    ticket.type === 'problem' ? 'incident' : 'problem',
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) {
      onClose();
      void acts.link(kind, chosen).catch(refused);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t('work.link.title')}>
      <form className={classes.form} onSubmit={submit}>
        <TicketFinder {...finder} />
        <div>
          <p id={label} className={classes.listTitle}>
            {t('work.link.kind')}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={label}
            value={kind}
            onChange={(value) => setKind(value as LinkKind)}
            data={kinds.map((value) => ({ value, label: t(`work.kind.${value}`) }))}
          />
        </div>
        <div className={classes.buttons}>
          <Button type="submit" disabled={!chosen}>
            {t('work.link.button')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
