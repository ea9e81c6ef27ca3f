export const moveQueue = 'workflow.move-tickets';
