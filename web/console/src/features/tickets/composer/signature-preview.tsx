import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import classes from './composer-parts.module.css';

type Preview = { signature: { body: string; html: string } | null };

/** What the customer will see below the answer. */
export function SignaturePreview({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['signatures', 'preview', ticket.id, ticket.team?.id ?? null],
    queryFn: ({ signal }) => api.get<Preview>(`/tickets/${ticket.id}/signature`, {}, signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
  if (!data?.signature) {
    return null;
  }
  return (
    <details className={classes.signature}>
      <summary>{t('tickets.composer.signature')}</summary>
      <p>{data.signature.body}</p>
    </details>
  );
}
