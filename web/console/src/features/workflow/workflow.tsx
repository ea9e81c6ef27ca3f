export { MissingNote } from './missing-note.tsx';
export { TasksPanel } from './tasks-panel.tsx';
