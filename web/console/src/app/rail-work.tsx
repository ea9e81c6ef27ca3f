import { ApprovalsButton } from '../features/approvals/approvals-button.tsx';
import { WorkRail } from '../features/work/reminders-button.tsx';
import { TasksButton } from '../features/workflow/tasks-button.tsx';
import { workflowWords } from '../features/workflow/words.ts';
import { AbsenceQuestion } from '../parts/availability/presence.tsx';
import { addWords } from '../lib/i18n.ts';

export const railWords = () => addWords(workflowWords);

/** What waits for oneself, wherever one looks. */
export const RailWork = () => (
  <>
    <ApprovalsButton />
    <TasksButton />
    <WorkRail />
    <AbsenceQuestion />
  </>
);
