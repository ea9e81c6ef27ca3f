import { Button } from '@mantine/core';
import { IconPlus, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { User } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useUsers } from '../../lib/refs.ts';
import { useMay } from '../../lib/session.ts';
import classes from './settings.module.css';
import { UserForm } from './user-form.tsx';

/** Colleagues: who they are, what they may, and whether they are still here. */
export function Users() {
  const { t } = useTranslation();
  const may = useMay();
  const users = useUsers();
  const [open, setOpen] = useState<string | null>(null);
  const mayChange = may('user.change');
  return (
    <>
      {mayChange && open !== 'new' && (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('settings.users.add')}
          </Button>
        </div>
      )}
      {open === 'new' && (
        <section className={classes.panel}>
          <h3 className={classes.panelTitle}>{t('settings.users.add')}</h3>
          <UserForm user={null} onClose={() => setOpen(null)} />
        </section>
      )}
      <Loaded of={users} wordsOf={wordsOf}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((user) => (
              <li key={user.id} className={classes.item}>
                <UserLine user={user} />
                {mayChange && (
                  <Button
                    variant="subtle"
                    aria-expanded={open === user.id}
                    onClick={() => setOpen(open === user.id ? null : user.id)}
                  >
                    {t('settings.edit')}
                  </Button>
                )}
                {open === user.id && (
                  <div style={{ flexBasis: '100%' }}>
                    <UserForm key={user.version} user={user} onClose={() => setOpen(null)} />
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

function UserLine({ user }: { user: User }) {
  const { t } = useTranslation();
  return (
    <>
      <Initials name={user.name} size={32} />
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{user.name}</span>
        <span className={classes.itemMore}>
          {[user.email, user.role.name, ...user.teams.map((team) => team.name)].join(' · ')}
        </span>
      </span>
      {user.totpEnabled && (
        <span className={classes.badge} data-tone="good">
          <IconShieldCheck size={14} aria-hidden="true" /> {t('settings.users.totp')}
        </span>
      )}
      {!user.active && <span className={classes.badge}>{t('settings.users.inactive')}</span>}
      {user.active && user.lastSeenAt && (
        <span className={classes.itemMore}>
          <TimeText at={user.lastSeenAt} as="relative" />
        </span>
      )}
    </>
  );
}
