export const orderSections = {
  statuses: {
    title: 'Statuses and steps',
    text: 'What your statuses are called, which steps a ticket may take, and what it needs before one.',
  },
  fields: {
    title: 'Own fields',
    text: 'What you write down about tickets, beside the built-in fields.',
  },
  checklists: {
    title: 'Checklists',
    text: 'Steps that are always the same: added to a ticket by hand or by themselves.',
  },
};
