import type { Message, Ticket, TicketEvent } from '../lib/api-types.ts';

const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * 60_000).toISOString();

const requesters = [
  { id: 'p1', name: 'Анна Смирнова', email: 'anna@romashka.example' },
  {
    id: 'p2',
    name: 'Константин Добронравов-Черноморский',
    email: 'k.dobronravov@stroymontazh.example',
  },
  { id: 'p3', name: 'John Whitfield', email: 'john@acme.example' },
  { id: 'p4', name: 'ООО «Вектор», бухгалтерия', email: 'buh@vektor.example' },
  { id: 'p5', name: 'Мария Лебедева', email: 'm.lebedeva@mail.example' },
];
const subjects: [string, string][] = [
  [
    'Не включается касса после обновления',
    'Добрый день! После ночного обновления касса на втором посту не включается.',
  ],
  [
    'Invoice for October is missing',
    'Hello, we have not received the invoice for October yet. Could you send it again?',
  ],
  [
    'Прошу прислать акт сверки взаиморасчётов за третий квартал',
    'Здравствуйте! Нужен акт сверки за третий квартал, подписанный с вашей стороны.',
  ],
  [
    'Терминал не видит сеть',
    'На складе терминал сбора данных не подключается к Wi-Fi, на экране ошибка 0x52.',
  ],
  [
    'Возврат товара, чек утерян',
    'Подскажите, как оформить возврат, если чек потерян, а оплата была картой?',
  ],
  [
    'How do I change the delivery address?',
    'I moved last week and the order is still going to the old place.',
  ],
  ['Жалоба на время ожидания', 'Третий день жду ответа по заявке. Прошу разобраться.'],
];
const statuses = ['new', 'open', 'pending', 'on_hold', 'open', 'new', 'open'] as const;
const priorities = ['urgent', 'normal', 'normal', 'high', 'low', 'normal', 'high'] as const;
const types = [
  'incident',
  'question',
  'service_request',
  'incident',
  'question',
  'question',
  'complaint',
] as const;

export const users = [
  { id: 'u1', name: 'Ольга Власова' },
  { id: 'u2', name: 'Пётр Ильин' },
  { id: 'u3', name: 'Emma Clark' },
];
export const teams = [
  { id: 't1', name: 'Первая линия' },
  { id: 't2', name: 'Вторая линия' },
];
export const categories = [
  { id: 'c1', parentId: null, name: 'Кассы', version: 1 },
  { id: 'c2', parentId: 'c1', name: 'Не включается', version: 1 },
  { id: 'c3', parentId: null, name: 'Документы', version: 1 },
];

function one<T>(list: readonly T[], place: number): T {
  return list[place % list.length] as T;
}

export function seedTicket(number: number): Ticket {
  const requester = one(requesters, number);
  const [subject, preview] = one(subjects, number);
  const age = number * 37;
  return {
    id: `ticket-${number}`,
    number: 1100 - number,
    type: one(types, number),
    subject,
    status: one(statuses, number),
    ownStatus: null,
    priority: one(priorities, number),
    category: number % 3 === 0 ? { id: 'c2', name: 'Не включается' } : null,
    channel: { id: 'ch1', kind: 'email' },
    requester,
    organization: number % 2 === 0 ? { id: 'o1', name: 'ООО «Ромашка»' } : null,
    team: number % 4 === 0 ? one(teams, number) : null,
    assignee: number % 3 === 0 ? null : one(users, number),
    impact: null,
    urgency: null,
    region: null,
    fields: {},
    firstRespondedAt: null,
    solvedAt: null,
    clock: null,
    firstResponseDueAt: null,
    resolutionDueAt: null,
    snoozedUntil: null,
    mergedInto: null,
    tags: number % 2 === 0 ? ['касса', 'обновление'] : [],
    followers: [],
    createdAt: at(age + 600),
    updatedAt: at(age),
    lastMessageAt: at(age),
    lastMessageBy: number % 2 === 0 ? 'customer' : 'agent',
    preview,
    messageCount: 3,
    version: 1,
    allowed: {
      reply: true,
      note: true,
      assign: true,
      change: true,
      merge: true,
      link: true,
      snooze: true,
      logTime: true,
    },
  };
}

const plain = {
  visibility: 'public',
  direction: 'in',
  isNewParticipant: false,
  html: false,
  folded: null,
  signature: null,
  files: [],
  channel: { id: 'ch1', kind: 'email' },
  hasSource: true,
  mail: null,
  delivery: null,
  blockedImages: 0,
  invitation: null,
  automatic: null,
  bounces: [],
} satisfies Partial<Message>;

const agent = { kind: 'user', id: 'u1', name: 'Ольга Власова', email: null } as const;

const opening = (ticket: Ticket): Message => ({
  ...plain,
  ticketId: ticket.id,
  id: `${ticket.id}-m1`,
  author: { kind: 'person', ...ticket.requester },
  text: `${ticket.preview}\n\nЧто уже пробовали: выключали из розетки, меняли блок питания. Подробности: https://wiki.romashka.example/kassa?post=2.`,
  signature: 'С уважением,\nАнна Смирнова\n+7 495 123-45-67',
  createdAt: ticket.createdAt,
  mail: {
    messageId: '<letter-1@romashka.example>',
    from: `${ticket.requester.name} <${ticket.requester.email}>`,
    to: ['support@romashka.example'],
    cc: ['director@romashka.example'],
    subject: ticket.subject,
    authentication: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
  },
  files: [
    {
      id: 'f1',
      name: 'Фото ошибки на экране кассы.pdf',
      contentType: 'application/pdf',
      size: 482_113,
      inline: false,
      url: '/api/v1/files/f1/content',
      previewable: false,
    },
  ],
});

const talk = (ticket: Ticket): Message[] => [
  {
    ...plain,
    ticketId: ticket.id,
    id: `${ticket.id}-m2`,
    visibility: 'internal',
    direction: 'out',
    author: { ...agent, id: 'u2', name: 'Пётр Ильин' },
    text: 'Похоже на ту же прошивку, что и у «Вектора». Проверю у поставщика.',
    createdAt: at(300),
  },
  {
    ...plain,
    ticketId: ticket.id,
    id: `${ticket.id}-m3`,
    direction: 'out',
    author: agent,
    text: 'Здравствуйте, Анна!\n\nПодскажите, пожалуйста, серийный номер кассы: он на задней стенке, начинается с «КТ».',
    createdAt: at(240),
    delivery: {
      state: 'sent',
      code: null,
      detail: null,
      attempts: 1,
      at: at(240),
      nextAttemptAt: null,
    },
  },
];

const ending = (ticket: Ticket): Message[] => [
  {
    ...plain,
    ticketId: ticket.id,
    id: `${ticket.id}-m4`,
    author: { kind: 'person', id: 'p9', name: 'Игорь Соколов', email: 'igor@romashka.example' },
    isNewParticipant: true,
    text: 'Номер КТ-118832. Касса стоит с утра, очередь большая!',
    folded: { text: '> Подскажите, пожалуйста, серийный номер кассы' },
    createdAt: at(45),
  },
  {
    ...plain,
    ticketId: ticket.id,
    id: `${ticket.id}-m5`,
    direction: 'out',
    author: agent,
    text: 'Спасибо, передали инженеру. Он будет у вас до 16:00.',
    createdAt: at(20),
    delivery: {
      state: 'failed',
      code: 'unknown_user',
      detail: '550 5.1.1 User unknown',
      attempts: 1,
      at: at(19),
      nextAttemptAt: null,
    },
  },
];

export function seedMessages(ticket: Ticket): Message[] {
  return [opening(ticket), ...talk(ticket), ...ending(ticket)];
}

export function seedEvents(ticket: Ticket): TicketEvent[] {
  return [
    {
      id: 'e1',
      name: 'ticket.opened',
      at: ticket.createdAt,
      actor: { kind: 'person', id: 'p1', name: ticket.requester.name },
      reason: null,
      ticketId: ticket.id,
      payload: {},
      changes: [],
    },
    {
      id: 'e2',
      name: 'ticket.assigned',
      at: at(310),
      actor: { kind: 'user', id: 'u1', name: 'Ольга Власова' },
      reason: null,
      ticketId: ticket.id,
      payload: {},
      changes: [{ field: 'assignee', from: null, to: { id: 'u1', name: 'Ольга Власова' } }],
    },
    {
      id: 'e3',
      name: 'ticket.status-changed',
      at: at(240),
      actor: { kind: 'user', id: 'u1', name: 'Ольга Власова' },
      reason: null,
      ticketId: ticket.id,
      payload: {},
      changes: [{ field: 'status', from: 'new', to: 'open' }],
    },
  ];
}

export const seedPeople = requesters.map((each, place) => ({
  id: each.id,
  name: each.name,
  organization: place % 2 === 0 ? { id: 'o1', name: 'ООО «Ромашка»' } : null,
  contacts: [
    { id: `k${place}`, kind: 'email', value: each.email },
    { id: `l${place}`, kind: 'phone', value: '+7 495 123-45-67' },
  ],
  locale: 'ru',
  note: place === 0 ? 'Просит звонить после обеда.' : '',
  vip: place === 0,
  version: 1,
  createdAt: at(90_000),
  openTickets: 2,
  totalTickets: 9,
}));
