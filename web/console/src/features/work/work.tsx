// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/FloatingIndicator.layer.css';
// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/SegmentedControl.layer.css';
import type { Ticket } from '../../lib/api-types.ts';
import { RelatedPanel } from './related-panel.tsx';
import { TimePanel } from './time-panel.tsx';

export { AgreementOffer } from './agreements/agreement-offer.tsx';
export { WorkActs } from './work-acts.tsx';
export { WorkNotes } from './work-notes.tsx';

/** Below the customer's card. */
export function WorkPanels({ ticket }: { ticket: Ticket }) {
  return (
    <>
      <RelatedPanel key={`related ${ticket.id}`} ticket={ticket} />
      <TimePanel key={`time ${ticket.id}`} ticket={ticket} />
    </>
  );
}
