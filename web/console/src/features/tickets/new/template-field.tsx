import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import type { components } from '../../../../../../contracts/client.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { ticketTemplatesQuery } from '../../../lib/ticket-templates.ts';
import type { NewTicketForm } from '../use-new-ticket.ts';

export type FilledTicket = components['schemas']['FilledTicket'];
type Props = { form: NewTicketForm; onFill: (filled: FilledTicket) => void };

/** Begins with what a template says; where there are none, nothing is asked. */
export function TemplateField({ form, onFill }: Props) {
  const { t } = useTranslation();
  const { data: templates = [] } = useQuery(ticketTemplatesQuery);
  const { template: wanted } = useSearch({ strict: false }) as { template?: string };
  const [chosen, setChosen] = useState<string | null>(wanted ?? null);
  const fill = useMutation({
    mutationFn: (id: string) => api.post<FilledTicket>(`/ticket-templates/${id}/fill`, {}),
    onSuccess: (filled) => {
      const { subject, body, type, priority, teamId, assigneeId, requester } = filled;
      form.setValues({
        subject,
        body,
        type,
        priority,
        teamId: teamId ?? '',
        assigneeId: assigneeId ?? '',
        ...(requester?.email && { requester: `${requester.name} <${requester.email}>` }),
      });
      onFill(filled);
    },
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  });
  const choose = (id: string | null) => {
    setChosen(id);
    if (id) {
      fill.mutate(id);
    }
  };
  const begin = useEffectEvent((id: string) => fill.mutate(id));
  useEffect(() => {
    if (wanted) {
      begin(wanted);
    }
  }, [wanted]);
  return templates.length === 0 ? null : (
    <Select
      label={t('newTicket.template')}
      placeholder={t('newTicket.noTemplate')}
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      value={chosen}
      onChange={choose}
    />
  );
}
