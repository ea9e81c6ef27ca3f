export const templates = {
  add: 'New template',
  empty: 'No templates yet',
  emptyText: 'Prepare the answer that you write most often.',
  everybody: 'For everybody',
  uses_one: 'used {{count}} time',
  uses_other: 'used {{count}} times',
  removeQuestion: 'Remove the template "{{name}}"? Answers already written stay as they are.',
  name: 'Name',
  needName: 'Give the template a name',
  needText: 'Write the text in one language at least',
  team: 'Whose template',
  teamHint: 'A template of a team is seen by its members only.',
  text: { ru: 'Text in Russian', en: 'Text in English' },
  variables: 'These are replaced by what the ticket says:',
  tags: 'Tags to find it by',
};

export const signatures = {
  variables: 'These are replaced by names:',
  everybody: 'For all teams',
  none: 'Answers leave without a signature',
  asEverybody: 'As everybody',
  text: 'Text of the signature',
  removeQuestion: 'Remove the signature "{{name}}"?',
};
