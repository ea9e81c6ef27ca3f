import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useItems } from '../use-items.ts';
import own from './lab.module.css';
import type { DraftChange, LabRun } from './lab-types.ts';

const days = 30;
const inside = 'changes.0.definition.';

type Props = {
  setting: DraftChange['setting'];
  /** Of the setting that is changed; null: a new one. */
  ownId: string | null;
  /** The change as it stands in the form; null: something is wrong in it, and the form says what. */
  draft: () => DraftChange | null;
  /** What the server minds, at the places of the form. */
  onWrong: (errors: Record<string, string>) => void;
};

/** Beside "Save": the change goes to the lab instead of the settings. */
export function TryButton({ setting, ownId, draft, onWrong }: Props) {
  const { t } = useTranslation();
  const [place, setPlace] = useState('');
  const navigate = useNavigate();
  const cache = useQueryClient();
  const start = useMutation({
    mutationFn: (change: DraftChange) => api.post<LabRun>('/lab/runs', { changes: [change], days }),
    onSuccess: async (run) => {
      await cache.invalidateQueries({ queryKey: ['lab'] });
      void navigate({ to: '/settings/lab' as string, search: { run: run.id } as never });
    },
    onError: (error) => {
      const words = Object.entries(fieldWords(error)).map(
        ([at, said]) => [at.startsWith(inside) ? at.slice(inside.length) : at, said] as const,
      );
      onWrong(Object.fromEntries(words));
      if (words.length === 0) {
        showToast(wordsOf(error).words, { tone: 'bad' });
      }
    },
  });
  return (
    <span className={own.trying}>
      <Button
        variant="light"
        loading={start.isPending}
        leftSection={<IconFlask size={15} aria-hidden="true" />}
        onClick={() => {
          const change = draft();
          if (change) {
            start.mutate(place === '' ? change : { ...change, place: Number(place) });
          }
        }}
      >
        {t('lab.try', { count: days })}
      </Button>
      <PlaceSelect setting={setting} ownId={ownId} value={place} onChange={setPlace} />
    </span>
  );
}

const lists = { rule: 'rules', sla_policy: 'sla-policies', routing_rule: 'routing-rules' } as const;

type Choosing = Pick<Props, 'setting' | 'ownId'> & {
  readonly value: string;
  readonly onChange: (place: string) => void;
};

/** Where it would stand among its like: the first that fits may be the only one that is asked. */
function PlaceSelect({ setting, ownId, value, onChange }: Choosing) {
  const { t } = useTranslation();
  const list = lists[setting];
  const { data = [] } = useItems<{ id: string; name: string }>(list, `/${list}`);
  const others = data.filter(({ id }) => id !== ownId);
  if (others.length === 0) {
    return null;
  }
  return (
    <NativeSelect
      aria-label={t('lab.place.label')}
      className={own.place}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t(ownId === null ? 'lab.place.new' : 'lab.place.own') },
        ...others.map(({ name }, at) => ({
          value: String(at + 1),
          label: t('lab.place.before', { name }),
        })),
        { value: String(others.length + 1), label: t('lab.place.last') },
      ]}
    />
  );
}
