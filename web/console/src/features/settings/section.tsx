import { ActionIcon } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { lazy, Suspense, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../../../ui/hint.tsx';
import { Empty, Skeleton } from '../../../../ui/states.tsx';
import { useMay, useSession } from '../../lib/session.ts';
import { addWords } from '../../lib/i18n.ts';
import { availabilityWords } from '../../parts/availability/words.ts';
import { removalWords } from './removals/words.ts';
import { conditionWords } from '../../parts/conditions/words.ts';
import { recurringWords } from './recurring/words.ts';
import { toldWords } from './notices/words.ts';
import { labWords } from './lab/words.ts';
import { ownValueWords } from '../../parts/own-fields/words.ts';
import { decisionWords } from '../../parts/routing/words.ts';
import { routingWords } from './routing/words.ts';
import { ruleWords } from './rules/words.ts';
import { scriptWords } from './scripts/words.ts';
import { slaWords } from './sla/words.ts';
import { orderWords } from './workflow/words.ts';
import { sections, type SectionName } from './sections.data.ts';
import classes from './settings.module.css';
import { useFirstMistake } from './use-first-mistake.ts';

const ownOrder = () =>
  Promise.all([import('./workflow/workflow.tsx'), addWords(orderWords)]).then(([parts]) => parts);

/** A page about notifications, with their words. */
const told = (load: () => Promise<ComponentType>) =>
  lazy(async () => {
    const [page] = await Promise.all([load(), addWords(toldWords)]);
    return { default: page };
  });

const pages: Record<SectionName, ComponentType> = {
  profile: lazy(async () => ({ default: (await import('./profile/profile.tsx')).Profile })),
  notifications: told(
    async () => (await import('./notices/own-notifications.tsx')).OwnNotifications,
  ),
  companyNotifications: told(
    async () => (await import('./notices/company-notifications.tsx')).CompanyNotifications,
  ),
  failures: told(async () => (await import('./notices/failures.tsx')).Failures),
  tokens: lazy(async () => ({ default: (await import('./tokens.tsx')).Tokens })),
  channels: lazy(async () => ({ default: (await import('./channels/channels.tsx')).Channels })),
  letters: lazy(async () => ({ default: (await import('./letters.tsx')).Letters })),
  forms: lazy(async () => ({ default: (await import('./forms/forms.tsx')).Forms })),
  spam: lazy(async () => ({ default: (await import('./screening/blocking.tsx')).Blocking })),
  attachments: lazy(async () => ({
    default: (await import('./screening/attachments.tsx')).Attachments,
  })),
  users: lazy(async () => ({ default: (await import('./users.tsx')).Users })),
  teams: lazy(async () => ({ default: (await import('./teams.tsx')).Teams })),
  roles: lazy(async () => ({ default: (await import('./roles.tsx')).Roles })),
  categories: lazy(async () => ({ default: (await import('./categories.tsx')).Categories })),
  statuses: lazy(async () => ({ default: (await ownOrder()).Statuses })),
  fields: lazy(async () => ({ default: (await ownOrder()).OwnFields })),
  checklists: lazy(async () => ({ default: (await ownOrder()).Checklists })),
  rules: lazy(async () => {
    const [{ Rules }] = await Promise.all([
      import('./rules/rules.tsx'),
      addWords(ruleWords),
      addWords(labWords),
      addWords(conditionWords),
    ]);
    return { default: Rules };
  }),
  lab: lazy(async () => {
    const [{ Lab }] = await Promise.all([
      import('./lab/lab.tsx'),
      ...[labWords, ruleWords, routingWords, slaWords, conditionWords].map(addWords),
    ]);
    return { default: Lab };
  }),
  routing: lazy(async () => {
    const [{ Routing }] = await Promise.all([
      import('./routing/routing.tsx'),
      addWords(routingWords),
      addWords(labWords),
      addWords(decisionWords),
      addWords(conditionWords),
    ]);
    return { default: Routing };
  }),
  templates: lazy(async () => ({ default: (await import('./templates/templates.tsx')).Templates })),
  macros: lazy(async () => {
    const [{ Macros }] = await Promise.all([
      import('./macros/macros.tsx'),
      addWords(ownValueWords),
      addWords(conditionWords),
    ]);
    return { default: Macros };
  }),
  scripts: lazy(async () => {
    const [{ Scripts }] = await Promise.all([
      import('./scripts/scripts.tsx'),
      addWords(scriptWords),
      addWords(conditionWords),
    ]);
    return { default: Scripts };
  }),
  ticketTemplates: lazy(async () => {
    const [{ TicketTemplates }] = await Promise.all([
      import('./recurring/ticket-templates.tsx'),
      addWords(recurringWords),
    ]);
    return { default: TicketTemplates };
  }),
  signatures: lazy(async () => ({ default: (await import('./signatures.tsx')).Signatures })),
  sla: lazy(async () => {
    const [{ Policies }] = await Promise.all([
      import('./sla/policies.tsx'),
      addWords(slaWords),
      addWords(labWords),
      addWords(conditionWords),
    ]);
    return { default: Policies };
  }),
  calendars: lazy(async () => {
    const [{ Calendars }] = await Promise.all([
      import('./calendars/calendars.tsx'),
      addWords(slaWords),
    ]);
    return { default: Calendars };
  }),
  availability: lazy(async () => {
    const [{ AvailabilitySettings }] = await Promise.all([
      import('./availability/availability.tsx'),
      addWords(availabilityWords),
    ]);
    return { default: AvailabilitySettings };
  }),
  time: lazy(async () => ({ default: (await import('./time/time-rates.tsx')).TimeSettings })),
  workspace: lazy(async () => ({ default: (await import('./workspace.tsx')).WorkspaceSettings })),
  demo: lazy(async () => ({ default: (await import('./demo.tsx')).DemoSettings })),
  removals: lazy(async () => {
    const [{ Removals }] = await Promise.all([
      import('./removals/removals.tsx'),
      addWords(removalWords),
    ]);
    return { default: Removals };
  }),
  audit: lazy(async () => ({ default: (await import('./audit/audit.tsx')).Audit })),
};

/** One page of settings: what it is for stands under its name. */
export function Section() {
  const { t } = useTranslation();
  const may = useMay();
  const { totp } = useSession();
  const toFirstMistake = useFirstMistake();
  const { section } = useParams({ strict: false }) as { section?: string };
  const found = sections.find(({ name }) => name === section);
  if (!found || (found.needs !== null && !may(found.needs))) {
    return <Empty title={t('settings.notFound')} />;
  }
  const Page = pages[found.name];
  return (
    <div className={classes.section} ref={toFirstMistake}>
      <div className={classes.sectionHead}>
        <ActionIcon
          component={Link}
          to={'/settings' as string}
          className={classes.back}
          size={40}
          aria-label={t('settings.back')}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        <div>
          <SectionTitle name={found.name} />
          <p className={classes.sectionText}>{t(`settings.section.${found.name}.text`)}</p>
        </div>
      </div>
      {totp.required && !totp.enabled && (
        <p role="alert" className={classes.warning}>
          {t('settings.totpRequired')}
        </p>
      )}
      <Suspense fallback={<Skeleton rows={5} />}>
        <Page />
      </Suspense>
    </div>
  );
}

/** With a question mark where the page raises a question. */
function SectionTitle({ name }: { name: SectionName }) {
  const { t } = useTranslation();
  const title = t(`settings.section.${name}.title`);
  const help = t(`settings.help.${name}`, { defaultValue: '' });
  return (
    <div className={classes.titleRow}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      {help && <Hint about={title}>{help}</Hint>}
    </div>
  );
}
