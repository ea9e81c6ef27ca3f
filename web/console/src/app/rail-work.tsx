import { ApprovalsButton } from '../features/approvals/approvals-button.tsx';
import { WorkRail } from '../features/work/reminders-button.tsx';

/** What waits for oneself, wherever one looks. */
export const RailWork = () => (
  <>
    <ApprovalsButton />
    <WorkRail />
  </>
);
