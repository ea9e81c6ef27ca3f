export const ownValues = {
  title: 'Own fields',
  add: 'Add an own field…',
  remove: 'Leave “{{name}}” as it is',
  emptied: 'Will be emptied',
  field: 'Field',
  set: 'Set',
  empty: 'Empty the field',
  onlyTypes: 'Only tickets of these types have it: {{types}}. Others stay as they are.',
};
