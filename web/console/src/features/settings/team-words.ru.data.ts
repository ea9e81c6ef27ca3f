export const teams = {
  add: 'Добавить команду',
  empty: 'Команд пока нет',
  emptyText: 'Команда нужна, когда заявки делят между линиями или отделами.',
  nobody: 'никого',
  name: 'Название',
  members: 'Участники',
  needName: 'Укажите название',
  removeQuestion: 'Удалить команду «{{name}}»? Её заявки останутся без команды.',
};

export const roles = {
  add: 'Добавить роль',
  builtIn: 'встроенная',
  own: 'своя',
  show: 'Посмотреть',
  name: 'Название',
  sees: 'Какие заявки видит',
  scope: { all: 'все заявки', teams: 'только заявки своих команд' },
  rights_one: '{{count}}\u00A0право',
  rights_few: '{{count}}\u00A0права',
  rights_many: '{{count}}\u00A0прав',
  rights_other: '{{count}}\u00A0права',
  needName: 'Укажите название',
  removeQuestion: 'Удалить роль «{{name}}»?',
};
