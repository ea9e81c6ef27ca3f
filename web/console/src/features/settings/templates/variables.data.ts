/** What a template may speak of, as the menu of the editor offers it. The server has the last word. */
export const variableNames = [
  'customer.first_name',
  'customer.name',
  'customer.email',
  'customer.organization',
  'ticket.number',
  'ticket.subject',
  'ticket.type_name',
  'ticket.status_name',
  'ticket.priority_name',
  'ticket.category',
  'ticket.tags',
  'ticket.region',
  'ticket.created_at',
  'ticket.due_at',
  'agent.name',
  'agent.first_name',
  'team.name',
  'company.name',
] as const;
export type VariableName = (typeof variableNames)[number];

const times: ReadonlySet<string> = new Set(['ticket.created_at', 'ticket.due_at']);

export const codeOf = (name: VariableName): string =>
  times.has(name) ? `{{ ${name} | date: "full" }}` : `{{ ${name} }}`;

/** Patterns to begin with; what is plain in one language is a mistake in the other. */
export const snippets: Readonly<
  Record<
    'ru' | 'en',
    readonly { key: 'condition' | 'otherwise' | 'plural' | 'date'; code: string }[]
  >
> = {
  ru: [
    { key: 'condition', code: '{% if ticket.priority == "urgent" %}Уже занимаемся.{% endif %}' },
    {
      key: 'otherwise',
      code: '{% if customer.organization %}{{ customer.organization }}{% else %}{{ customer.name }}{% endif %}',
    },
    { key: 'plural', code: '{{ 5 }} {{ 5 | plural: "день", "дня", "дней" }}' },
    { key: 'date', code: '{{ "now" | date: "day" }}' },
  ],
  en: [
    { key: 'condition', code: '{% if ticket.priority == "urgent" %}We are on it.{% endif %}' },
    {
      key: 'otherwise',
      code: '{% if customer.organization %}{{ customer.organization }}{% else %}{{ customer.name }}{% endif %}',
    },
    { key: 'plural', code: '{{ 5 }} {{ 5 | plural: "day", "days" }}' },
    { key: 'date', code: '{{ "now" | date: "day" }}' },
  ],
};
