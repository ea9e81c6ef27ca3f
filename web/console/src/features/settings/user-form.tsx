import { Button, Checkbox, PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Role, User } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords } from '../../lib/problem.ts';
import { useTeams } from '../../lib/refs.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FormError } from './form-error.tsx';
import classes from './settings.module.css';
import { useItems } from './use-items.ts';
import { useSave } from './use-save.ts';

const blank = {
  name: '',
  email: '',
  roleId: '',
  teamIds: [] as string[],
  password: '',
  active: true,
};
type Values = typeof blank;

const valuesOf = (user: User | null): Values =>
  user === null
    ? blank
    : {
        ...blank,
        name: user.name,
        email: user.email,
        roleId: user.role.id,
        teamIds: user.teams.map((team) => team.id),
        active: user.active,
      };

function bodyOf({ email, password, active, ...rest }: Values, user: User | null) {
  const secret = password ? { password } : {};
  return user
    ? { ...rest, ...secret, active, version: user.version }
    : { ...rest, email, password };
}

function useUserForm(user: User | null, onClose: () => void) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: valuesOf(user),
    validate: {
      name: (value) => (value.trim() ? null : t('settings.users.needName')),
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('settings.users.needEmail')),
      roleId: (value) => (value ? null : t('settings.users.needRole')),
      password: (value) => (user || value.length >= 8 ? null : t('settings.users.needPassword')),
    },
  });
  const save = useSave(
    (values: Values) =>
      user
        ? api.patch(`/users/${user.id}`, bodyOf(values, user))
        : api.post('/users', bodyOf(values, null)),
    {
      touches: ['users', 'teams'],
      onDone: onClose,
      onError: (error) => form.setErrors(fieldWords(error)),
    },
  );
  return { form, save };
}

export function UserForm({ user, onClose }: { user: User | null; onClose: () => void }) {
  const { t } = useTranslation();
  const roles = useItems<Role>('roles', '/roles').data ?? [];
  const { form, save } = useUserForm(user, onClose);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <div className={classes.grid}>
        <TextInput label={t('settings.users.name')} {...form.getInputProps('name')} />
        <TextInput
          label={t('settings.users.email')}
          type="email"
          disabled={user !== null}
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <Select
          label={t('settings.users.role')}
          data={roles.map((role) => ({ value: role.id, label: role.name }))}
          allowDeselect={false}
          {...form.getInputProps('roleId')}
        />
        <PasswordInput
          label={t(user ? 'settings.users.newPassword' : 'settings.users.password')}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </div>
      <TeamChecks
        chosen={form.values.teamIds}
        onChange={(ids) => form.setFieldValue('teamIds', ids)}
      />
      {user && (
        <Switch
          label={t('settings.users.active')}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      )}
      {user?.totpEnabled && <LostSecondFactor user={user} onDone={onClose} />}
      <FormError error={save.error} />
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Somebody has lost the phone and the recovery codes: only an administrator can help, and it is in the audit log. */
function LostSecondFactor({ user, onDone }: { user: User; onDone: () => void }) {
  const { t } = useTranslation();
  const drop = useSave(
    () => api.patch(`/users/${user.id}`, { version: user.version, totpEnabled: false }),
    { touches: ['users'], said: t('settings.users.totpOffDone'), onDone },
  );
  return (
    <div>
      <ConfirmButton
        label={t('settings.users.totpOff')}
        question={t('settings.users.totpOffQuestion', { name: user.name })}
        loading={drop.isPending}
        onConfirm={() => drop.mutate(undefined)}
      />
    </div>
  );
}

function TeamChecks({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const teams = useTeams().data ?? [];
  if (teams.length === 0) {
    return null;
  }
  return (
    <Checkbox.Group label={t('settings.users.teams')} value={chosen} onChange={onChange} size="xs">
      <div className={classes.checks}>
        {teams.map((team) => (
          <Checkbox key={team.id} size="xs" value={team.id} label={team.name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
