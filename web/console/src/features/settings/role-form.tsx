import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { WithHint } from '../../../../ui/hint.tsx';
import type { Permission, Role } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords } from '../../lib/problem.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FormError } from './form-error.tsx';
import classes from './settings.module.css';
import { useItems } from './use-items.ts';
import { useSave } from './use-save.ts';

const scopes = ['all', 'teams'] as const;

function useRoleForm(role: Role | null, onClose: () => void) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      name: role?.name ?? '',
      permissions: role?.permissions ?? ['ticket.read'],
      scope: role?.scope ?? ('all' as Role['scope']),
    },
    validate: { name: (value) => (value.trim() ? null : t('settings.roles.needName')) },
  });
  const touches = ['roles', 'users', 'session'];
  const save = useSave(
    (values: typeof form.values) =>
      role
        ? api.patch(`/roles/${role.id}`, { ...values, version: role.version })
        : api.post('/roles', values),
    { touches, onDone: onClose, onError: (error) => form.setErrors(fieldWords(error)) },
  );
  const remove = useSave(() => api.delete(`/roles/${role?.id}`), {
    touches,
    onDone: onClose,
  });
  return { form, save, remove };
}

export function RoleForm({ known: role, onClose }: { known: Role | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { form, save, remove } = useRoleForm(role, onClose);
  const fixed = role !== null && role.key !== null;
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      {!fixed && (
        <div className={classes.grid}>
          <TextInput label={t('settings.roles.name')} {...form.getInputProps('name')} />
          <WithHint about={t('settings.roles.sees')} text={t('settings.help.scope')}>
            <Select
              label={t('settings.roles.sees')}
              data={scopes.map((value) => ({ value, label: t(`settings.roles.scope.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('scope')}
            />
          </WithHint>
        </div>
      )}
      <PermissionGrid
        chosen={form.values.permissions}
        disabled={fixed}
        onChange={(permissions) => form.setFieldValue('permissions', permissions)}
      />
      <FormError error={save.error} />
      {!fixed && (
        <div className={classes.row}>
          <Button type="submit" loading={save.isPending}>
            {t('settings.save')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
          {role && (
            <ConfirmButton
              label={t('settings.remove')}
              question={t('settings.roles.removeQuestion', { name: role.name })}
              onConfirm={() => remove.mutate(undefined)}
            />
          )}
        </div>
      )}
    </form>
  );
}

type GridProps = {
  chosen: string[];
  disabled?: boolean;
  onChange: (permissions: string[]) => void;
};

/** Rights by what they are about, each in words. */
export function PermissionGrid({ chosen, disabled = false, onChange }: GridProps) {
  const { t } = useTranslation();
  const permissions = useItems<Permission>('permissions', '/permissions').data ?? [];
  const groups = Map.groupBy(permissions, ({ group }) => group);
  return [...groups].map(([group, own]) => (
    <Checkbox.Group
      key={group}
      size="xs"
      label={t(`settings.permissionGroup.${group}`, { defaultValue: group })}
      value={chosen}
      onChange={onChange}
    >
      <div className={classes.checks}>
        {own.map(({ key }) => (
          <Checkbox
            key={key}
            size="xs"
            value={key}
            disabled={disabled}
            label={t(`settings.permission.${key.replaceAll('.', '_')}`, { defaultValue: key })}
          />
        ))}
      </div>
    </Checkbox.Group>
  ));
}
