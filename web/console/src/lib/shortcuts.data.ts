export type ShortcutGroup = 'list' | 'selection' | 'ticket' | 'go';
export type Shortcut = { id: string; keys: string[]; group: ShortcutGroup };

/**
 * Every action of the desk by name: menus, keys, the help page and the palette are fed from here and from nowhere else.
 * An action without keys stands in menus and in the palette. Its words are `app.help.action.<id>`, see `actionWords`.
 */
export const shortcuts = [
  { id: 'list.next', keys: ['j', 'arrowdown'], group: 'list' },
  { id: 'list.previous', keys: ['k', 'arrowup'], group: 'list' },
  { id: 'list.open', keys: ['enter'], group: 'list' },
  { id: 'list.search', keys: ['/'], group: 'list' },
  { id: 'list.columns', keys: [], group: 'list' },
  { id: 'list.filter', keys: ['f'], group: 'list' },
  { id: 'view.save', keys: [], group: 'list' },
  { id: 'ticket.new', keys: ['c'], group: 'list' },
  { id: 'call.register', keys: ['v'], group: 'list' },
  { id: 'select.one', keys: ['x'], group: 'selection' },
  { id: 'select.range', keys: ['shift+x'], group: 'selection' },
  { id: 'select.all', keys: ['mod+a'], group: 'selection' },
  { id: 'select.none', keys: ['escape'], group: 'selection' },
  { id: 'undo', keys: ['z', 'mod+z'], group: 'selection' },
  { id: 'ticket.reply', keys: ['r'], group: 'ticket' },
  { id: 'ticket.note', keys: ['n'], group: 'ticket' },
  { id: 'ticket.send', keys: ['mod+enter'], group: 'ticket' },
  { id: 'ticket.sendAnd', keys: ['mod+shift+enter'], group: 'ticket' },
  { id: 'ticket.template', keys: ['m'], group: 'ticket' },
  { id: 'ticket.takeOver', keys: ['a'], group: 'ticket' },
  { id: 'ticket.solve', keys: ['e'], group: 'ticket' },
  { id: 'ticket.status', keys: ['s'], group: 'ticket' },
  { id: 'ticket.priority', keys: ['p'], group: 'ticket' },
  { id: 'ticket.assignee', keys: ['i'], group: 'ticket' },
  { id: 'ticket.team', keys: ['t'], group: 'ticket' },
  { id: 'ticket.tags', keys: ['l'], group: 'ticket' },
  { id: 'ticket.back', keys: ['escape'], group: 'ticket' },
  { id: 'ticket.spam', keys: ['#'], group: 'ticket' },
  { id: 'ticket.snooze', keys: ['h'], group: 'ticket' },
  { id: 'ticket.merge', keys: ['shift+m'], group: 'ticket' },
  { id: 'ticket.split', keys: [], group: 'ticket' },
  { id: 'ticket.link', keys: ['y'], group: 'ticket' },
  { id: 'ticket.remind', keys: ['b'], group: 'ticket' },
  { id: 'ticket.timer', keys: ['w'], group: 'ticket' },
  { id: 'ticket.logTime', keys: ['shift+w'], group: 'ticket' },
  { id: 'ticket.copyLink', keys: ['.'], group: 'ticket' },
  { id: 'palette', keys: ['mod+k'], group: 'go' },
  { id: 'go.mine', keys: ['g m'], group: 'go' },
  { id: 'go.unassigned', keys: ['g u'], group: 'go' },
  { id: 'go.open', keys: ['g o'], group: 'go' },
  { id: 'go.solved', keys: ['g s'], group: 'go' },
  { id: 'go.snoozed', keys: ['g h'], group: 'go' },
  { id: 'go.people', keys: ['g p'], group: 'go' },
  { id: 'go.organizations', keys: ['g c'], group: 'go' },
  { id: 'go.settings', keys: ['g ,'], group: 'go' },
  { id: 'go.firstSteps', keys: [], group: 'go' },
  { id: 'tour', keys: [], group: 'go' },
  { id: 'help', keys: ['?'], group: 'go' },
] as const satisfies Shortcut[];

export type ActionId = (typeof shortcuts)[number]['id'];
