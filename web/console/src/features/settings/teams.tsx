import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAffiliate, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import type { Team } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { useTeams, useUsers } from '../../lib/refs.ts';
import { useMay } from '../../lib/session.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FormError } from './form-error.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

/** Lines of support and who is in them. */
export function Teams() {
  const { t } = useTranslation();
  const may = useMay();
  const teams = useTeams();
  const [open, setOpen] = useState<string | null>(null);
  const mayChange = may('team.change');
  return (
    <>
      {mayChange && open !== 'new' && (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('settings.teams.add')}
          </Button>
        </div>
      )}
      {open === 'new' && (
        <section className={classes.panel}>
          <TeamForm team={null} onClose={() => setOpen(null)} />
        </section>
      )}
      <Loaded
        of={teams}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconAffiliate size={30} stroke={1.4} />}
            title={t('settings.teams.empty')}
            text={t('settings.teams.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((team) => (
              <TeamLine
                key={team.id}
                team={team}
                isOpen={open === team.id}
                onOpen={mayChange ? setOpen : null}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = { team: Team; isOpen: boolean; onOpen: ((id: string | null) => void) | null };

function TeamLine({ team, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{team.name}</span>
        <span className={classes.itemMore}>
          {team.members.map((member) => member.name).join(', ') || t('settings.teams.nobody')}
        </span>
      </span>
      {onOpen && (
        <Button
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : team.id)}
        >
          {t('settings.edit')}
        </Button>
      )}
      {isOpen && onOpen && (
        <div style={{ flexBasis: '100%' }}>
          <TeamForm key={team.version} team={team} onClose={() => onOpen(null)} />
        </div>
      )}
    </li>
  );
}

function useTeamForm(team: Team | null, onClose: () => void) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      name: team?.name ?? '',
      memberIds: team?.members.map((member) => member.id) ?? [],
    },
    validate: { name: (value) => (value.trim() ? null : t('settings.teams.needName')) },
  });
  const touches = ['teams', 'users'];
  const save = useSave(
    (values: typeof form.values) =>
      team
        ? api.patch(`/teams/${team.id}`, { ...values, version: team.version })
        : api.post('/teams', values),
    { touches, onDone: onClose, onError: (error) => form.setErrors(fieldWords(error)) },
  );
  const remove = useSave(() => api.delete(`/teams/${team?.id}`), {
    touches,
    onDone: onClose,
  });
  return { form, save, remove };
}

function TeamForm({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { t } = useTranslation();
  const users = useUsers().data ?? [];
  const { form, save, remove } = useTeamForm(team, onClose);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('settings.teams.name')} {...form.getInputProps('name')} />
      <Checkbox.Group
        label={t('settings.teams.members')}
        size="xs"
        {...form.getInputProps('memberIds')}
      >
        <div className={classes.checks}>
          {users
            .filter((user) => user.active)
            .map((user) => (
              <Checkbox key={user.id} size="xs" value={user.id} label={user.name} />
            ))}
        </div>
      </Checkbox.Group>
      <FormError error={save.error} />
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
        {team && (
          <ConfirmButton
            label={t('settings.remove')}
            question={t('settings.teams.removeQuestion', { name: team.name })}
            onConfirm={() => remove.mutate(undefined)}
          />
        )}
      </div>
    </form>
  );
}
