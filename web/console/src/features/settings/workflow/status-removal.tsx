import { Button, Popover, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnStatus } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { useSave } from '../use-save.ts';

type Props = { status: OwnStatus; others: readonly OwnStatus[] };

function useRemoval(status: OwnStatus) {
  return useSave(
    (moveTo: string | null) =>
      api.post(`/statuses/${status.id}/removal`, moveTo === null ? {} : { moveTo }),
    { touches: ['workflow'] },
  );
}

/** Says how many tickets are in it, and asks where they go: a job moves them. */
export function StatusRemoval({ status, others }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const remove = useRemoval(status);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={300} shadow="md" withRoles>
      <Popover.Target>
        <Button
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() => setOpened(!opened)}
        >
          {t('settings.remove')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Question
          status={status}
          goals={others.filter(({ leaving }) => !leaving)}
          onCancel={() => setOpened(false)}
          onRemove={(goal) => {
            setOpened(false);
            remove.mutate(goal);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

type QuestionProps = {
  status: OwnStatus;
  goals: readonly OwnStatus[];
  onRemove: (goal: string | null) => void;
  onCancel: () => void;
};

function Question({ status, goals, onRemove, onCancel }: QuestionProps) {
  const { t } = useTranslation();
  const { name } = status;
  const [goal, setGoal] = useState<string | null>(
    goals.find((each) => each.class === status.class)?.id ?? goals[0]?.id ?? null,
  );
  const { data } = useQuery({
    queryKey: ['workflow', 'tickets', status.id],
    queryFn: ({ signal }) =>
      api.get<{ tickets: number }>(`/statuses/${status.id}/tickets`, {}, signal),
    staleTime: 0,
  });
  const count = data?.tickets ?? 0;
  return (
    <>
      <p style={{ margin: '0 0 10px' }}>
        {count > 0
          ? t('order.statuses.removeQuestion', { name, count })
          : t('order.statuses.removeUnused', { name })}
      </p>
      {count > 0 && goals.length > 0 && (
        <Select
          mb={10}
          label={t('order.statuses.moveTo')}
          data={goals.map((each) => ({ value: each.id, label: each.name }))}
          value={goal}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={setGoal}
        />
      )}
      <Button color="red" mr={8} disabled={!data} onClick={() => onRemove(goal)}>
        {t('settings.remove')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('settings.cancel')}
      </Button>
    </>
  );
}
