import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Person, Ticket } from '../../lib/api-types.ts';
import type { TalkWay } from '../../lib/call-guide.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.ts';
import { applyTicket } from '../../lib/tickets.ts';
import { keepCall, keptCall, noCall, requesterOf, type Call } from './call-draft.ts';
import { newKey } from '../../lib/new-key.ts';

export type Missing = Partial<Record<'who' | 'subject', string>>;

/** Registers a call: one request, or two when all that is known is a name. */
export function useCall(onDone: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { user } = useSession();
  const [call, setCall] = useState(keptCall);
  const [way, setWay] = useState<TalkWay | null>(null);
  const [missing, setMissing] = useState<Missing>({});
  // Repeating after a broken connection must not write the call down twice.
  const key = useRef(newKey());
  useEffect(() => keepCall(call), [call]);
  const change = (part: Partial<Call>) => {
    setMissing({});
    setCall((old) => ({ ...old, ...part }));
  };
  const register = useMutation({
    mutationFn: async ({ solved }: { solved: boolean }) =>
      api.post<Ticket>(
        '/tickets',
        {
          subject: call.subject.trim(),
          body: call.text.trim() || call.subject.trim(),
          channel: call.channel,
          ...setsOf(way),
          requester: requesterOf(call) ?? { id: (await addNamed(call, key.current)).id },
          ...(solved && { status: 'solved', assigneeId: user.id }),
        },
        key.current,
      ),
    onSuccess: (ticket, { solved }) => {
      applyTicket(cache, ticket);
      if (way) {
        void keepWay(ticket, way);
      }
      void cache.invalidateQueries({ queryKey: ['people'] });
      key.current = newKey();
      // At once: with the window its effects go, too.
      keepCall(noCall);
      setCall(noCall);
      const { number } = ticket;
      showToast(t(solved ? 'calls.solved' : 'calls.registered', { number }));
      onDone();
    },
  });
  const submit = (solved: boolean) => {
    const lacks = missingIn(call, t);
    setMissing(lacks);
    if (Object.keys(lacks).length === 0 && !register.isPending) {
      register.mutate({ solved });
    }
  };
  return { call, change, missing, submit, register, setWay };
}

/** What the talk has set, as a new ticket takes it. */
const setsOf = (way: TalkWay | null) => {
  const { addTags, ...sets } = way?.sets ?? {};
  return { ...sets, ...(addTags && { tags: addTags }) };
};

/** The call is taken down already: a talk that cannot be noted does not undo that, but is said. */
async function keepWay({ number }: Ticket, { scriptId, taken }: TalkWay): Promise<void> {
  try {
    await api.post(`/tickets/${number}/talk-scripts/${scriptId}/path`, { taken });
  } catch (error) {
    showToast(wordsOf(error).words, { tone: 'bad' });
  }
}

const addNamed = ({ fresh }: Call, key: string) =>
  api.post<Person>('/people', { name: fresh?.trim() }, `${key}-person`);

function missingIn(call: Call, t: ReturnType<typeof useTranslation>['t']): Missing {
  return {
    ...(!call.person && !call.fresh && { who: t('calls.needWho') }),
    ...(!call.subject.trim() && { subject: t('calls.needSubject') }),
  };
}
