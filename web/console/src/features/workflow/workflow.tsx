// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/NumberInput.layer.css';

export { MissingNote } from './missing-note.tsx';
export { OwnFieldsPanel } from './own-fields-panel.tsx';
export { TasksPanel } from './tasks-panel.tsx';
