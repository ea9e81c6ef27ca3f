import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import type { Role } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { RoleForm } from './role-form.tsx';
import classes from './settings.module.css';
import { useItems } from './use-items.ts';

/** What each role may do. The built-in ones are shown, own ones are edited. */
export function Roles() {
  const { t } = useTranslation();
  const roles = useItems<Role>('roles', '/roles');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {open !== 'new' && (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('settings.roles.add')}
          </Button>
        </div>
      )}
      {open === 'new' && (
        <section className={classes.panel}>
          <RoleForm known={null} onClose={() => setOpen(null)} />
        </section>
      )}
      <Loaded of={roles} wordsOf={wordsOf}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((role) => (
              <li key={role.id} className={classes.item}>
                <span className={classes.itemMain}>
                  <span className={classes.itemName}>{role.name}</span>
                  <span className={classes.itemMore}>
                    {t(role.key ? 'settings.roles.builtIn' : 'settings.roles.own')} ·{' '}
                    {t('settings.roles.rights', { count: role.permissions.length })} ·{' '}
                    {t(`settings.roles.scope.${role.scope}`)}
                  </span>
                </span>
                <Button
                  variant="subtle"
                  aria-expanded={open === role.id}
                  onClick={() => setOpen(open === role.id ? null : role.id)}
                >
                  {t(role.key ? 'settings.roles.show' : 'settings.edit')}
                </Button>
                {open === role.id && (
                  <div style={{ flexBasis: '100%' }}>
                    <RoleForm key={role.version} known={role} onClose={() => setOpen(null)} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
