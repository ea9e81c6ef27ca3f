import { Link, Navigate, Outlet, useMatchRoute } from '@tanstack/react-router';
import {
  IconAffiliate,
  IconArrowBackUp,
  IconBell,
  IconBellRinging,
  IconBellX,
  IconBuildingCommunity,
  IconBuildingStore,
  IconCalendarTime,
  IconCalendarUser,
  IconCategory,
  IconChecklist,
  IconClock,
  IconFlask,
  IconForms,
  IconGitFork,
  IconHistory,
  IconHourglass,
  IconInputCheck,
  IconKey,
  IconListCheck,
  IconListTree,
  IconMail,
  IconMailExclamation,
  IconMailOff,
  IconPaperclip,
  IconRoute,
  IconRepeat,
  IconProgressCheck,
  IconShieldLock,
  IconSignature,
  IconBolt,
  IconTemplate,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/session.ts';
import { sections, type SectionName } from './sections.data.ts';
import classes from './settings.module.css';

const icons: Record<SectionName, typeof IconUser> = {
  profile: IconUser,
  notifications: IconBell,
  companyNotifications: IconBellRinging,
  failures: IconBellX,
  tokens: IconKey,
  channels: IconMail,
  letters: IconMailExclamation,
  forms: IconForms,
  spam: IconMailOff,
  attachments: IconPaperclip,
  users: IconUsers,
  teams: IconAffiliate,
  roles: IconShieldLock,
  categories: IconCategory,
  statuses: IconProgressCheck,
  fields: IconInputCheck,
  checklists: IconChecklist,
  rules: IconGitFork,
  lab: IconFlask,
  routing: IconRoute,
  templates: IconTemplate,
  macros: IconBolt,
  ticketTemplates: IconRepeat,
  scripts: IconListTree,
  signatures: IconSignature,
  sla: IconHourglass,
  calendars: IconCalendarTime,
  availability: IconCalendarUser,
  time: IconClock,
  workspace: IconBuildingCommunity,
  demo: IconBuildingStore,
  removals: IconArrowBackUp,
  audit: IconHistory,
};
const groups = ['own', 'mail', 'company'] as const;

/** All settings, each on a page of its own with an address. */
export function Settings() {
  const { t } = useTranslation();
  const may = useMay();
  const atRoot = Boolean(useMatchRoute()({ to: '/settings' }));
  const isPhone = window.matchMedia('(max-width: 860px)').matches;
  const shown = sections.filter(({ needs }) => needs === null || may(needs));
  if (atRoot && !isPhone) {
    return <Navigate to={'/settings/profile' as string} replace />;
  }
  return (
    <main className={classes.page} data-open={!atRoot || undefined}>
      <nav className={classes.side} aria-label={t('settings.title')}>
        <h1 className={classes.title}>{t('settings.title')}</h1>
        {groups.map((group) => {
          const own = shown.filter((section) => section.group === group);
          return own.length === 0 ? null : (
            <div key={group}>
              <h2 className={classes.group}>{t(`settings.group.${group}`)}</h2>
              <ul className={classes.links}>
                {own.map(({ name }) => (
                  <SectionLink key={name} name={name} />
                ))}
              </ul>
            </div>
          );
        })}
        {may('workspace.change') && <FirstSteps />}
      </nav>
      <div className={classes.main}>
        {/* On a phone the list of sections, with its heading, is a screen of its own. */}
        {isPhone && !atRoot && <h1 className="sr-only">{t('settings.title')}</h1>}
        <Outlet />
      </div>
    </main>
  );
}

/** What a company sets up at the beginning, for whoever left it and wants to go on. */
function FirstSteps() {
  const { t } = useTranslation();
  return (
    <Link to={'/welcome' as string} className={classes.link} style={{ marginTop: 12 }}>
      <IconListCheck size={17} stroke={1.6} aria-hidden="true" /> {t('settings.firstSteps')}
    </Link>
  );
}

function SectionLink({ name }: { name: SectionName }) {
  const { t } = useTranslation();
  const Icon = icons[name];
  return (
    <li>
      <Link
        to={`/settings/${name}` as string}
        className={classes.link}
        activeProps={{ 'aria-current': 'page' }}
      >
        <Icon size={17} stroke={1.6} aria-hidden="true" /> {t(`settings.section.${name}.title`)}
      </Link>
    </li>
  );
}
