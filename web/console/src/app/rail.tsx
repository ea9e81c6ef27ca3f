import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import {
  IconBuilding,
  IconDeviceDesktop,
  IconInbox,
  IconListCheck,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSettings,
  IconSun,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../ui/initials.tsx';
import type { Theme } from '../lib/api-types.ts';
import { api } from '../lib/client.ts';
import { runAction } from '../lib/actions.ts';
import { useChangeOwnUser, useSession } from '../lib/session.ts';
import { OwnDot, PresenceItems } from '../parts/availability/presence.tsx';
import { GuideItems, HelpMenu } from './guide.tsx';
import { Notices } from './notices.tsx';
import classes from './shell.module.css';
import { RailWork } from './ticket-work.tsx';

const sections = [
  { to: '/tickets', name: 'tickets', Icon: IconInbox },
  { to: '/people', name: 'people', Icon: IconUsers },
  { to: '/organizations', name: 'organizations', Icon: IconBuilding },
  { to: '/settings', name: 'settings', Icon: IconSettings },
] as const;

export function Rail({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={classes.rail}>
      <nav aria-label={t('app.navigation')} className={classes.sections}>
        {sections.map(({ to, name, Icon }) => (
          <Tooltip key={to} label={t(`app.${name}`)} position="right">
            <Link
              to={to}
              className={classes.section}
              activeProps={{ 'aria-current': 'page' }}
              aria-label={t(`app.${name}`)}
            >
              <Icon size={21} stroke={1.6} aria-hidden="true" />
            </Link>
          </Tooltip>
        ))}
      </nav>
      <Tooltip label={t('app.help.action.palette')} position="right">
        <ActionIcon
          size={38}
          aria-label={t('app.help.action.palette')}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => runAction('palette')}
        >
          <IconSearch size={20} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Notices />
      <RailWork />
      <HelpMenu onKeys={onHelp} />
      <Account />
    </header>
  );
}

const themes: { name: Theme; Icon: typeof IconSun }[] = [
  { name: 'auto', Icon: IconDeviceDesktop },
  { name: 'light', Icon: IconSun },
  { name: 'dark', Icon: IconMoon },
];

function Account() {
  const { t } = useTranslation();
  const { user, workspace } = useSession();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const changeOwn = useChangeOwnUser();
  const { setColorScheme } = useMantineColorScheme();
  const signOut = async () => {
    await api.delete('/session').catch(() => undefined);
    // First away from what needs to know who one is, then forget it.
    await navigate({ to: '/sign-in' });
    cache.clear();
  };
  return (
    <Menu position="right-end" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.account}>
          <Initials name={user.name} size={30} />
          <OwnDot />
          <span className="sr-only">{t('app.account', { name: user.name })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name} · {workspace.name}
        </Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} />} component={Link} to="/settings/profile">
          {t('app.profile')}
        </Menu.Item>
        <Menu.Item
          className={classes.onNarrow}
          leftSection={<IconListCheck size={16} />}
          component={Link}
          to="/tasks"
        >
          {t('workflow.tasks.mine')}
        </Menu.Item>
        <PresenceItems />
        <Menu.Divider />
        {themes.map(({ name, Icon }) => (
          <Menu.Item
            key={name}
            leftSection={<Icon size={16} />}
            aria-current={user.theme === name}
            onClick={() => {
              setColorScheme(name);
              void changeOwn({ theme: name });
            }}
          >
            {t(`app.theme.${name}`)}
          </Menu.Item>
        ))}
        <GuideItems className={classes.onPhone} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t('app.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
