import type { TicketTables } from '../tables.ts';

export type HandoverTables = Pick<TicketTables, 'ticket' | 'message'> & {
  ticket_handover: {
    workspace_id: string;
    merge_id: string;
    ticket_id: string;
    /** Whether the ticket was theirs; else they only wrote into it. */
    requester: boolean;
    took_organization_id: string | null;
    message_ids: string[];
    /** Moves of conversations by which they took part. */
    move_ids: string[];
  };
};
