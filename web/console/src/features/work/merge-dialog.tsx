import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { TicketFinder } from './ticket-finder.tsx';
import { useTicketFinder } from './use-ticket-finder.ts';
import { refused } from './stage.ts';
import { useActs } from './use-acts.ts';
import classes from './work.module.css';

export function MergeDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const acts = useActs(ticket);
  const finder = useTicketFinder(ticket);
  const { chosen } = finder;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) {
      onClose();
      void acts.merge(chosen).catch(refused);
    }
  };
  const isOther = chosen !== null && chosen.requester.id !== ticket.requester.id;
  return (
    <Dialog opened onClose={onClose} title={t('work.merge.title')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.text}>{t('work.merge.text', { number: ticket.number })}</p>
        <TicketFinder {...finder} />
        {isOther && (
          <p className={classes.warning}>
            {t('work.merge.otherCustomer', {
              name: chosen.requester.name,
              own: ticket.requester.name,
            })}
          </p>
        )}
        <div className={classes.buttons}>
          <Button type="submit" disabled={!chosen}>
            {t('work.merge.button')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('work.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
