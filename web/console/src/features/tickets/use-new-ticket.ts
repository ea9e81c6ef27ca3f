import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords } from '../../lib/problem.ts';
import { applyTicket } from '../../lib/tickets.ts';
import { requesterFrom } from './requester.ts';
import { useUploads } from './use-uploads.ts';
import { newKey } from '../../lib/new-key.ts';

const start = {
  requester: '',
  name: '',
  subject: '',
  body: '',
  priority: 'normal',
  type: 'question',
  teamId: '',
  assigneeId: '',
};
type Values = typeof start;

function useTicketForm() {
  const { t } = useTranslation();
  return useForm({
    initialValues: start,
    validate: {
      requester: (value: string) => (value.trim() ? null : t('tickets.new.needRequester')),
      subject: (value: string) => (value.trim() ? null : t('tickets.new.needSubject')),
      body: (value: string) => (value.trim() ? null : t('tickets.new.needBody')),
    },
  });
}
export type NewTicketForm = ReturnType<typeof useTicketForm>;

/** What a template adds that the form does not ask for. */
export type Extra = { categoryId?: string; tags?: string[]; fields?: Record<string, unknown> };

export function useNewTicket(extra: Extra = {}) {
  const form = useTicketForm();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const files = useUploads();
  const key = useRef(newKey());
  const open = useMutation({
    mutationFn: (values: Values) => {
      const { requester, name, teamId, assigneeId, ...rest } = values;
      return api.post<Ticket>(
        '/tickets',
        {
          ...rest,
          ...extra,
          requester: requesterFrom(requester, name),
          ...(teamId ? { teamId } : {}),
          ...(assigneeId ? { assigneeId } : {}),
          ...(files.ids.length ? { attachments: files.ids } : {}),
        },
        key.current,
      );
    },
    onSuccess: (ticket) => {
      applyTicket(cache, ticket);
      void navigate({
        to: '/tickets/$number',
        params: { number: String(ticket.number) },
        search: true,
      });
    },
    onError: (error) => {
      key.current = newKey();
      form.setErrors(fieldWords(error));
    },
  });
  return { form, open, files };
}
