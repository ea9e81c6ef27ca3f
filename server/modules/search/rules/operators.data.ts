/** The operators of a question under every name that they answer to; the first of each is the one that help shows. */
export const operatorNames = {
  from: ['from', 'от'],
  to: ['to', 'кому'],
  tag: ['tag', 'тег', 'метка'],
  status: ['status', 'статус'],
  team: ['team', 'команда'],
  assignee: ['assignee', 'исполнитель'],
  before: ['before', 'до'],
  after: ['after', 'после'],
  in: ['in', 'в'],
  has: ['has', 'есть'],
} as const;

export type OperatorName = keyof typeof operatorNames;

export const statusNames: Readonly<Record<string, readonly string[]>> = {
  new: ['new', 'новая', 'новые'],
  open: ['open', 'вработе', 'открыта', 'открытые'],
  pending: ['pending', 'ждем', 'ждемклиента'],
  on_hold: ['on_hold', 'onhold', 'hold', 'отложена', 'отложенные'],
  solved: ['solved', 'решена', 'решенные', 'решено'],
  closed: ['closed', 'закрыта', 'закрытые'],
  spam: ['spam', 'спам'],
  any_open: ['any_open', 'active', 'нерешенные'],
};

export const placeNames = {
  notes: ['notes', 'note', 'заметки', 'заметках', 'заметке'],
  subject: ['subject', 'тема', 'теме'],
  spam: ['spam', 'спам', 'спаме'],
} as const;

export const attachmentNames = new Set(
  'attachment attachments file files вложение вложения файл файлы'.split(' '),
);

export const meNames = new Set(['me', 'я', 'мне', 'mine']);
export const noneNames = new Set(['none', 'nobody', 'нет', 'никто', 'никого']);
