/** What other modules may use. Nothing else in this folder exists for them. */
export { addTaskTo } from './tasks/change-tasks.ts';
export { startTaskAlarms } from './tasks/task-alarms.ts';
export { attachChecklists } from './rules/attach-checklists.ts';
export { compileWorkflows, type Workflows } from './rules/workflow.ts';
export { fieldColumns } from './queries/field-columns.ts';
