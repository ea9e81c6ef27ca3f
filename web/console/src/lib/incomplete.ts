import type { Ticket, TicketPatch } from './api-types.ts';
import { ApiProblem } from './problem.ts';

/** What somebody wanted, and what the ticket lacks for it. */
export type Incomplete = {
  readonly ticket: Ticket;
  readonly patch: TicketPatch;
  readonly missing: readonly { readonly field: string; readonly about?: string }[];
};

const heard = new EventTarget();

/** Whoever shows the ticket asks for what is missing. False: it was refused for another reason. */
export function askForMissing(ticket: Ticket, patch: TicketPatch, error: unknown): boolean {
  const isMissing = error instanceof ApiProblem && error.code === 'workflow.incomplete';
  if (isMissing) {
    const detail: Incomplete = { ticket, patch, missing: error.errors };
    heard.dispatchEvent(new CustomEvent('incomplete', { detail }));
  }
  return isMissing;
}

export function onMissing(tell: (asked: Incomplete) => void): () => void {
  const listen = (event: Event) => tell((event as CustomEvent<Incomplete>).detail);
  heard.addEventListener('incomplete', listen);
  return () => heard.removeEventListener('incomplete', listen);
}
