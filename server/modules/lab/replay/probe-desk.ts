import { isOpen } from '../../tickets/public.ts';
import type { Desk } from './run.ts';

/** Finds out whether anything of a ticket matters to others: somebody has it in hand, or is looked for. */
export function probeDesk(): Desk & { wasAsked(): boolean } {
  let isAsked = false;
  const ask = <T>(answer: T): T => {
    isAsked = true;
    return answer;
  };
  return {
    loads: {
      weightOf: () => ask(0),
      turnOf: () => ask(''),
      gone: new Set(),
    },
    count({ ticket: { assigneeId, status, mergedInto } }) {
      isAsked ||= assigneeId !== null && mergedInto === null && isOpen(status);
    },
    queue({ placed }) {
      isAsked ||= placed?.waiting === true;
    },
    wasAsked: () => isAsked,
  };
}
