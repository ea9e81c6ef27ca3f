import type { Happened } from './happened.ts';
import { nobody, telling, text, type Rule } from './telling.ts';

/** Something that was to happen beside a ticket did not, and who can mend it. */
type Failure = {
  readonly kind: string;
  /** Whoever holds it can look and try again. */
  readonly permission: string;
  /** What it is about: told once a day, however often it fails. */
  about(payload: Happened['payload']): { readonly id: string; readonly name: string };
};

export const failures: Readonly<Record<string, Failure>> = {
  'rule.effect-failed': {
    kind: 'rule-failed',
    permission: 'rule.change',
    about: ({ ruleId, rule }) => ({ id: text(ruleId), name: text(rule) }),
  },
  'recurrence.failed': {
    kind: 'recurrence-failed',
    permission: 'template.change',
    about: ({ recurrenceId, template }) => ({ id: text(recurrenceId), name: text(template) }),
  },
  'channel.trouble': {
    kind: 'channel-trouble',
    permission: 'channel.change',
    about: ({ channelId, address }) => ({ id: text(channelId), name: text(address) }),
  },
  'letter.quarantined': {
    kind: 'letter-quarantined',
    permission: 'letter.read',
    about: ({ channelId }) => ({ id: text(channelId), name: '' }),
  },
  'notification.failed': {
    kind: 'notification-failed',
    permission: 'notification.change',
    about: ({ way }) => ({ id: text(way), name: '' }),
  },
};

/** Rights of whoever has to hear of these facts. */
export const rightsToMend = (events: readonly Happened[]): string[] => [
  ...new Set(events.flatMap(({ name }) => failures[name]?.permission ?? [])),
];

/** Whoever can mend it hears of it once a day, however often it fails: what fails, fails in rows. */
const failed: Rule = (event, { keeperIds }) => {
  const failure = failures[event.name];
  if (!failure) {
    return nobody;
  }
  const { id, name } = failure.about(event.payload);
  const day = event.at.toISOString().slice(0, 10);
  return [
    telling(event, {
      topic: 'failed',
      kind: failure.kind,
      userIds: keeperIds,
      fact: `${failure.kind}:${id}:${day}`,
      ticketId: null,
      actor: { id: null, name },
    }),
  ];
};

export const failuresTold: Readonly<Record<string, Rule>> = Object.fromEntries(
  Object.keys(failures).map((name) => [name, failed]),
);
