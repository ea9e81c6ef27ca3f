import type { components } from '../../../../../../contracts/client.ts';

type Schemas = components['schemas'];
export type Choices = Schemas['NotificationChoices'];
export type Preference = Schemas['NotificationPreference'];
export type Defaults = Schemas['NotificationDefaults'];
export type Device = Schemas['PushDevice'];
export type Failure = Schemas['NotificationFailure'];
export type CustomerNotice = Schemas['CustomerNotice'];
export type CustomerTexts = Schemas['CustomerTexts'];

/** What of a preference is chosen on the screen. */
export type Draft = Pick<Preference, 'choices' | 'zone' | 'quiet' | 'digest'>;
/** A mailbox or a form. */
export type Source = { readonly id: string; readonly name: string };

export type Topic = keyof Choices;
export const ways = ['app', 'mail', 'push'] as const;
export type Way = (typeof ways)[number];

/** All that one may be told of, as people think of it. */
export const groups: readonly {
  key: 'own' | 'called' | 'followed' | 'team' | 'care';
  topics: Topic[];
}[] = [
  {
    key: 'own',
    topics: [
      'assigned',
      'handed-over',
      'customer-wrote',
      'noted',
      'reminder',
      'task-assigned',
      'task-due',
      'not-sent',
      'approval-decided',
      'sla-warned',
      'sla-breached',
    ],
  },
  { key: 'called', topics: ['mention', 'escalated', 'rule', 'approval'] },
  { key: 'followed', topics: ['followed-customer-wrote', 'followed-noted'] },
  { key: 'team', topics: ['new-in-team', 'team-sla-warned', 'team-sla-breached'] },
  { key: 'care', topics: ['failed'] },
];

/** Whoever has one of these rights can mend what failed, and hears of it. */
export const rightsToMend = [
  'rule.change',
  'template.change',
  'channel.change',
  'letter.read',
  'notification.change',
] as const;

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
