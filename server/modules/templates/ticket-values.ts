import type { LiquidValue, LiquidValues } from '../../kernel/liquid/liquid.ts';
import { firstNameOf } from './rules.ts';
import type { Locale } from './schema.ts';
import { valueNames } from './variables.data.ts';

/** The part of a ticket that texts speak of. */
export type SpokenTicket = {
  readonly number: number;
  readonly subject: string;
  readonly type: string;
  readonly status: string;
  readonly priority: string;
  readonly category: Named | null;
  readonly channel: { readonly kind: string };
  readonly requester: { readonly name: string; readonly email: string | null };
  readonly organization: Named | null;
  readonly team: Named | null;
  readonly tags: readonly string[];
  readonly region: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly solvedAt: string | null;
  readonly firstResponseDueAt: string | null;
  readonly resolutionDueAt: string | null;
};
type Named = { readonly name: string };

type Around = {
  readonly agentName: string;
  readonly companyName: string;
  readonly locale: Locale;
  readonly now: Date;
};

/** Plain values only: nothing that a text could call or change. */
export function valuesOf(ticket: SpokenTicket, around: Around): LiquidValues {
  const { agentName, companyName, locale, now } = around;
  const said = (field: string, value: string) => valueNames[locale][field]?.[value] ?? value;
  const customer = {
    name: ticket.requester.name,
    first_name: firstNameOf(ticket.requester.name),
    email: ticket.requester.email,
    organization: ticket.organization?.name ?? null,
  };
  return {
    ticket: {
      number: ticket.number,
      subject: ticket.subject,
      type: ticket.type,
      type_name: said('type', ticket.type),
      status: ticket.status,
      status_name: said('status', ticket.status),
      priority: ticket.priority,
      priority_name: said('priority', ticket.priority),
      category: ticket.category?.name ?? null,
      channel: ticket.channel.kind,
      tags: [...ticket.tags],
      region: ticket.region,
      fields: plain(ticket.fields),
      created_at: ticket.createdAt,
      solved_at: ticket.solvedAt,
      due_at: ticket.resolutionDueAt,
      first_response_due_at: ticket.firstResponseDueAt,
    },
    customer,
    // The name that templates of the first edition use.
    requester: customer,
    agent: { name: agentName, first_name: firstNameOf(agentName) },
    team: { name: ticket.team?.name ?? null },
    company: { name: companyName },
    now: now.toISOString(),
    today: now.toISOString(),
  };
}

const plain = (fields: Readonly<Record<string, unknown>>): LiquidValue =>
  JSON.parse(JSON.stringify(fields)) as LiquidValue;
