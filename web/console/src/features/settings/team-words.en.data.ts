export const teams = {
  add: 'Add a team',
  empty: 'No teams yet',
  emptyText: 'A team helps when tickets are shared between lines or departments.',
  nobody: 'nobody',
  name: 'Name',
  members: 'Members',
  needName: 'Give a name',
  removeQuestion: 'Remove the team “{{name}}”? Its tickets stay without a team.',
};

export const roles = {
  add: 'Add a role',
  builtIn: 'built-in',
  own: 'own',
  show: 'Show',
  name: 'Name',
  sees: 'Which tickets it sees',
  scope: { all: 'all tickets', teams: 'only tickets of own teams' },
  rights_one: '{{count}} right',
  rights_other: '{{count}} rights',
  needName: 'Give a name',
  removeQuestion: 'Remove the role “{{name}}”?',
};
