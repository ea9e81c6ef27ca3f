import { meanwhile } from './meanwhile-words.en.data.ts';
import { roles, teams } from './team-words.en.data.ts';
import { action, audit, auditField, auditValue } from './audit/audit-words.en.data.ts';
import { auditSection, removalSaid, removalsSection } from './removals/removal-words.en.data.ts';
import { calendars, calendarsSection } from './calendars/calendar-words.en.data.ts';
import { forms } from './forms/form-words.en.data.ts';
import { demo, help } from './help-words.en.data.ts';
import { mail } from './mail-words.en.data.ts';
import { mailboxes } from './mailbox-words.en.data.ts';
import { attachments, blocking } from './screening/screening-words.en.data.ts';
import { attention } from './profile/attention-words.en.data.ts';
import { availabilitySection } from './availability/availability-section.en.data.ts';
import { slaSection } from './sla/sla-section.en.data.ts';
import { orderSections } from './workflow/sections.en.data.ts';
import { toldSections } from './notices/told-section.en.data.ts';
import { scriptsSection } from './scripts/scripts-section.en.data.ts';
import { permission, permissionGroup } from './permission-words.en.data.ts';
import { macros, signatures, templates } from './template-words.en.data.ts';

export const settings = {
  title: 'Settings',
  notFound: 'There is no such section, or you have no access to it',
  back: 'Back to settings',
  save: 'Save',
  saved: 'Saved',
  meanwhile,
  cancel: 'Cancel',
  edit: 'Edit',
  remove: 'Remove',
  ...removalSaid,
  add: 'Add',
  totpRequired: 'Your company requires a second factor. Switch it on below to go on working.',
  firstSteps: 'First steps',
  group: { own: 'You', mail: 'Mail', company: 'Company' },
  section: {
    ...toldSections,
    rules: {
      title: 'Rules',
      text: 'What happens to tickets by itself: by event or by time.',
    },
    lab: {
      title: 'Lab',
      text: 'A change of rules, routing or deadlines, tried on your own past before it is switched on.',
    },
    routing: {
      title: 'Routing',
      text: 'Which team and which agent a new ticket goes to, who can do what, and who has how much in hand.',
    },
    profile: {
      title: 'My profile',
      text: 'Your name, language, theme and the safety of your sign-in.',
    },
    tokens: {
      title: 'API keys',
      text: 'Access for programs: a key of its own, with the rights and the term it needs.',
    },
    channels: {
      title: 'Mailboxes',
      text: 'Letters from these mailboxes become tickets, and answers leave by them.',
    },
    signatures: {
      title: 'Signatures',
      text: 'What stands below an answer when it leaves as a letter: each team its own.',
    },
    templates: {
      title: 'Templates',
      text: 'Prepared answers. In a ticket they are chosen by "/" or by the key M.',
    },
    macros: {
      title: 'Macros',
      text: 'Several acts and an answer in one key: D in a ticket, or the palette.',
    },
    scripts: scriptsSection,
    ticketTemplates: {
      title: 'Ticket templates',
      text: 'Tickets that are opened again and again: by hand, or by themselves on a schedule.',
    },
    sla: slaSection,
    availability: availabilitySection,
    ...orderSections,
    calendars: calendarsSection,
    letters: {
      title: 'Quarantine',
      text: 'Letters that could not be taken in. They never delay the others.',
    },
    forms: { title: 'Forms', text: 'Requests through a page of their own and through your site.' },
    spam: {
      title: 'Spam and block list',
      text: 'Whose letters and forms go to spam, and how long it is kept.',
    },
    attachments: { title: 'Attachments', text: 'Which files letters and forms may bring.' },
    users: { title: 'Agents', text: 'Who works in Otklik, and with which role.' },
    teams: {
      title: 'Teams',
      text: 'Lines of support and their members. A ticket can be given to a whole team.',
    },
    roles: {
      title: 'Roles and rights',
      text: 'What each role may do. The built-in ones are fixed; make your own as you like.',
    },
    categories: {
      title: 'Categories and tags',
      text: 'The tree of topics that tickets are sorted by.',
    },
    time: {
      title: 'Time and cost',
      text: 'What an hour of work costs, and an export of the time written down.',
    },
    workspace: { title: 'Workspace', text: 'What is common to the whole company.' },
    demo: {
      title: 'Demo company',
      text: 'A company that is made up, to look around in and to try things on.',
    },
    ...removalsSection,
    ...auditSection,
  },
  attention,
  profile: {
    own: 'About you',
    name: 'Name',
    language: 'Language',
    theme: 'Theme',
    password: 'Password',
    passwordText: 'Changing it signs you out on every other device.',
    currentPassword: 'Current password',
    nextPassword: 'New password',
    changePassword: 'Change password',
    passwordChanged: 'Password changed',
  },
  totp: {
    title: 'Second factor',
    text: 'A code from an authenticator app together with the password. A stolen password is then not enough.',
    on: 'The second factor is on',
    begin: 'Switch on',
    scanNow: 'Now scan the code with the app',
    picture: 'QR code for the authenticator app',
    byHand: 'Scan the code with the app. If that does not work, type the key in:',
    code: 'Six digits from the app',
    confirm: 'Confirm',
    codes: 'Recovery codes',
    codesText:
      'Keep the recovery codes: each lets you in once without the phone. They are not shown again.',
    switchOff: 'Switch off',
    switchedOff: 'The second factor is off',
  },
  sessions: {
    title: 'Where you are signed in',
    current: 'This device',
    unknown: 'Unknown device',
    end: 'Sign out',
    endOthers: 'Sign out everywhere else',
    endedOthers: 'Signed out everywhere else',
  },
  ...mailboxes,
  users: {
    add: 'Add an agent',
    totp: 'Second factor',
    inactive: 'Switched off',
    name: 'Name',
    email: 'E-mail to sign in with',
    role: 'Role',
    password: 'First password',
    newPassword: 'New password (if needed)',
    teams: 'Teams',
    active: 'May sign in',
    totpOff: 'Switch the second factor off',
    totpOffQuestion:
      'Have the phone and the recovery codes been lost? {{name}} will sign in with the password alone and can set up a new second factor.',
    totpOffDone: 'The second factor is off',
    needName: 'Give a name',
    needEmail: 'Give an e-mail address',
    needRole: 'Choose a role',
    needPassword: 'At least 8 characters',
  },
  teams,
  roles,
  permissionGroup,
  permission,
  templates,
  macros,
  calendars,
  signatures,
  categories: {
    name: 'Name of the category',
    parent: 'Inside',
    root: 'At the root',
    empty: 'No categories yet',
    emptyText: 'Categories show what customers write about.',
    needName: 'Give a name',
  },
  tags: {
    title: 'Tags',
    text: 'Tags appear by themselves when they are put on tickets. The number is how many tickets have the tag.',
    empty: 'No tags yet.',
  },
  time: {
    currency: 'Currency',
    hourly: 'Hour of work',
    hourlyHint:
      'For roles without a rate of their own. A new rate counts for time written down from now on.',
    ofRole: 'Hour of work: {{name}}',
    needAmount: 'Give an amount, for example 1200.50',
    needCurrency: 'Three letters, for example EUR',
    export: 'Export of time',
    from: 'From',
    to: 'To',
    needSpan: 'The end is before the beginning',
    download: 'Download CSV',
  },
  workspace: {
    name: 'Name of the company',
    locale: 'Language of the company',
    localeHint: 'For new agents and letters to customers.',
    timeZone: 'Time zone',
    timeZoneHint: 'Times of all tickets are shown in it.',
    answersPerHour: 'Automatic answers to one address an hour',
    answersHint: 'One address gets no more than this: that stops mail loops.',
    requireTotp: 'Require a second factor',
    requireTotpHint: 'Without it, an agent can only switch it on.',
    needName: 'Give a name',
    needNumber: 'A number is needed',
  },
  tokens: {
    name: 'What the key is for',
    until: 'Valid until (optional)',
    make: 'Make a key',
    made: 'The key is made',
    once: 'Copy the key now: it is not shown again.',
    kept: 'I have kept the key',
    empty: 'No keys yet',
    emptyText: 'A key lets another program work with tickets over the API.',
    validUntil: 'Valid until',
    forever: 'No end date',
    lastUsed: 'used',
    revoke: 'Revoke',
    revoked: 'The key is revoked',
    revokeQuestion: 'Revoke the key? Programs that use it lose access at once.',
    needName: 'Write what the key is for',
    needScopes: 'Choose at least one right',
  },
  audit,
  action,
  auditField,
  auditValue,
  mail,
  help,
  demo,
  forms,
  blocking,
  attachments,
};
