/** What a template may speak of; `.*` stands for any own field. The guide and the console's menu name the same. */
export const templateVariables: ReadonlySet<string> = new Set([
  'ticket.number',
  'ticket.subject',
  'ticket.type',
  'ticket.type_name',
  'ticket.status',
  'ticket.status_name',
  'ticket.priority',
  'ticket.priority_name',
  'ticket.category',
  'ticket.channel',
  'ticket.tags',
  'ticket.region',
  'ticket.fields.*',
  'ticket.created_at',
  'ticket.solved_at',
  'ticket.due_at',
  'ticket.first_response_due_at',
  'customer.name',
  'customer.first_name',
  'customer.email',
  'customer.organization',
  'requester.name',
  'requester.first_name',
  'agent.name',
  'agent.first_name',
  'team.name',
  'company.name',
]);

type Names = Readonly<Record<string, string>>;

/** Stable values are for conditions, these for reading. */
export const valueNames: Readonly<Record<'ru' | 'en', Readonly<Record<string, Names>>>> = {
  ru: {
    type: {
      question: 'вопрос',
      incident: 'инцидент',
      service_request: 'запрос на обслуживание',
      problem: 'проблема',
      change: 'изменение',
      complaint: 'жалоба',
      task: 'задача',
    },
    status: {
      new: 'новая',
      open: 'в работе',
      pending: 'ждёт ответа',
      on_hold: 'отложена',
      solved: 'решена',
      closed: 'закрыта',
      spam: 'спам',
    },
    priority: { low: 'низкий', normal: 'обычный', high: 'высокий', urgent: 'срочный' },
  },
  en: {
    type: {
      question: 'question',
      incident: 'incident',
      service_request: 'service request',
      problem: 'problem',
      change: 'change',
      complaint: 'complaint',
      task: 'task',
    },
    status: {
      new: 'new',
      open: 'in progress',
      pending: 'waiting for an answer',
      on_hold: 'on hold',
      solved: 'solved',
      closed: 'closed',
      spam: 'spam',
    },
    priority: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
  },
};
