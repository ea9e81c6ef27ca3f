export { Checklists } from './checklists.tsx';
export { OwnFields } from './own-fields.tsx';
export { Statuses } from './statuses.tsx';
