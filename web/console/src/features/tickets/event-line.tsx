import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUiLocale, type UiLocale } from '../../../../ui/locale.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { dayTime, wholeDay } from '../../../../ui/time.ts';
import type { EventValue, TicketEvent } from '../../lib/api-types.ts';
import { useMay } from '../../lib/session.ts';
import { sayHours } from './clock-words.ts';
import { useOwnChanges, type SaidChange } from './own-changes.ts';
import classes from './timeline.module.css';

// A message stands in the timeline itself, so its event would say it twice; so does a ticket that a letter opened.
const silent = /^(message\.|ticket\.(opened|approver-mailed)$)/;
/** Facts that say enough without a changed field. */
const wordless = {
  'ticket.follower-added': true,
  'ticket.follower-removed': true,
  'ticket.policies-cut': true,
  'ticket.change-refused': true,
  'ticket.answer-not-sent': true,
  'ticket.opened-from-template': true,
  'ticket.customer-told': true,
};
const vocabularies: Record<string, string> = {
  status: 'ui.status',
  priority: 'ui.priority',
  impact: 'ui.priority',
  urgency: 'ui.priority',
  type: 'tickets.type',
  slaTarget: 'tickets.slaTarget',
};

export function isWorthALine(event: TicketEvent): boolean {
  if (event.name === 'ticket.opened' && event.actor.kind === 'user') {
    return true;
  }
  const isSaid = event.name in wordless || /^ticket\.approv\w+-/.test(event.name);
  return !silent.test(event.name) && (event.changes.length > 0 || isSaid);
}

type Translate = ReturnType<typeof useTranslation>['t'];

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

function shown(t: Translate, field: string, value: NonNullable<EventValue>): string {
  if (Array.isArray(value)) {
    return value
      .map((each) => (typeof each === 'string' ? shown(t, field, each) : each.name))
      .join(', ');
  }
  if (typeof value === 'object') {
    return value.name;
  }
  const vocabulary = vocabularies[field];
  return vocabulary
    ? t(`${vocabulary}.${String(value)}`, { defaultValue: String(value).replaceAll('_', ' ') })
    : String(value);
}

function sentence(t: Translate, change: SaidChange): string {
  const field = change.label ?? t(`tickets.field.${change.field}`, { defaultValue: change.field });
  if (isEmpty(change.to)) {
    const from = isEmpty(change.from)
      ? ''
      : shown(t, change.field, change.from as NonNullable<EventValue>);
    return t('tickets.event.cleared', { field, from });
  }
  const to = shown(t, change.field, change.to as NonNullable<EventValue>);
  return isEmpty(change.from)
    ? t('tickets.event.set', { field, to })
    : t('tickets.event.changed', {
        field,
        from: shown(t, change.field, change.from as NonNullable<EventValue>),
        to,
      });
}

const times = new Set(['snooze', 'callBack']);

/** A value inside a sentence: a moment as people say it, anything else as it is shown everywhere. */
function plain(t: Translate, { field, value }: { field: string; value: unknown }, at: UiLocale) {
  if (isEmpty(value)) {
    return '';
  }
  if (times.has(field) && typeof value === 'string') {
    return value === 'answer'
      ? t('tickets.event.whole.answer')
      : dayTime(at, new Date(value), new Date());
  }
  return shown(t, field, value as NonNullable<EventValue>);
}

/** An act that has a sentence of its own, e.g. a merge; empty where it has none. */
function wholeSentence(t: Translate, event: Said, at: UiLocale): string {
  const [change] = event.changes;
  if (!change) {
    return '';
  }
  const key = `tickets.event.whole.${event.name.replaceAll(/[.-]/g, '_')}`;
  const { field, from, to } = change;
  const values = {
    field: t(`tickets.field.${field}`, { defaultValue: field }),
    from: plain(t, { field, value: from }, at),
    value: plain(t, { field, value: isEmpty(to) ? from : to }, at),
  };
  const cleared = isEmpty(to) ? t(`${key}_cleared`, { ...values, defaultValue: '' }) : '';
  return cleared || t(key, { ...values, defaultValue: '' });
}

type Said = Pick<TicketEvent, 'name'> & { readonly changes: readonly SaidChange[] };

function whatHappened(t: Translate, event: Said, at: UiLocale): string {
  const whole = wholeSentence(t, event, at);
  if (whole) {
    return whole;
  }
  const named = `tickets.event.name.${event.name.replaceAll(/[.-]/g, '_')}`;
  const own = t(named, { defaultValue: '' });
  const changes = event.changes.map((change) => sentence(t, change)).join('; ');
  return [own, changes].filter(Boolean).join(': ') || event.name;
}

/** " until 5 May" of a whole day, " until today, 18:00" of a moment; nothing where nobody knows. */
function saidUntil(t: Translate, until: unknown, at: UiLocale): string {
  if (typeof until !== 'string') {
    return '';
  }
  const isDay = until.length === 10;
  const said = isDay ? wholeDay(at, until) : dayTime(at, new Date(until), new Date());
  return t('tickets.reason.absence_until', { until: said });
}

function reasonOf(t: Translate, event: TicketEvent, at: UiLocale, fields: string): string {
  if (!event.reason) {
    return '';
  }
  const { code, params = {} } = event.reason;
  const { target, minutes, wanted } = params;
  const opened = wanted === 'opened' ? '_opened' : '';
  return t(`tickets.reason.${code.replaceAll('.', '_')}${opened}`, {
    ...params,
    fields,
    until: saidUntil(t, params['until'], at),
    ...(typeof target === 'string' && { target: shown(t, 'slaTarget', target) }),
    ...(typeof minutes === 'number' && { length: sayHours(t, minutes) }),
    defaultValue: code,
  });
}

/** One act as a sentence, with the reason where something acted by itself. */
export function EventLine({ event }: { event: TicketEvent }) {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const isPerson = event.actor.kind !== 'system';
  const who = (isPerson && event.actor.name) || t('tickets.event.system');
  const { changes, fields } = useOwnChanges(event);
  const reason = reasonOf(t, event, locale, fields);
  return (
    <div className={classes.event}>
      <span className={classes.eventText}>
        <b>{who}</b> · {whatHappened(t, { name: event.name, changes }, locale)}
        {reason && (
          <span className={classes.reason}>
            {' — '}
            <SettingLink event={event}>{reason}</SettingLink>
          </span>
        )}
      </span>
      <TimeText at={event.at} className={classes.when ?? ''} />
    </div>
  );
}

/** Settings that act by themselves: what names them in a reason, their page and its search, and what one needs to look there. */
const settingsOf = [
  ['templateId', 'ticketTemplates', 'rule', 'template.change'],
  ['routingRuleId', 'routing', 'rule', 'routing.change'],
  ['ruleId', 'rules', 'rule', 'rule.change'],
  ['absenceId', 'availability', 'rule', 'user.read'],
  ['policyId', 'sla', 'policy', 'sla.change'],
] as const;

/** What a setting did leads to it, for those who may look there. */
function SettingLink({ event, children }: { event: TicketEvent; children: string }) {
  const may = useMay();
  const params = event.reason?.params ?? {};
  const [name, page, search, needs] = settingsOf.find(([key]) => params[key]) ?? [];
  return name && needs && may(needs) ? (
    <Link to={`/settings/${page}` as string} search={{ [search]: params[name] } as never}>
      {children}
    </Link>
  ) : (
    children
  );
}
