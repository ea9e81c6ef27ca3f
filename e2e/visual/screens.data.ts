/** Every main screen and every page of settings; `ticket`, `person` and `organization` stand for what was furnished. */
export const screens = [
  { name: 'desk', path: '/tickets?view=open' },
  {
    name: 'desk-columns',
    path: '/tickets?view=open&columns=status,assignee,priority,category,tags,updated',
  },
  { name: 'desk-empty', path: '/tickets?view=solved' },
  { name: 'ticket', path: '/tickets/{ticket}?view=open' },
  { name: 'new-ticket', path: '/tickets/new?view=open' },
  { name: 'people', path: '/people' },
  { name: 'person', path: '/people/{person}' },
  { name: 'duplicates', path: '/people/duplicates' },
  { name: 'organizations', path: '/organizations' },
  { name: 'organization', path: '/organizations/{organization}' },
  { name: 'own-entities', path: '/organizations/own' },
  { name: 'search', path: '/search?q=касса' },
  { name: 'welcome', path: '/welcome' },
  { name: 'nowhere', path: '/nowhere' },
] as const;

export const outside = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'form', path: '/forms/support' },
] as const;

export const widths = [360, 1280, 2560] as const;
export const heightOf = { 360: 740, 1280: 800, 2560: 1300 } as const;

/** Compared with kept pictures of them, at every width and in both themes. */
export const compared = [
  'desk-ru',
  'desk-columns-en',
  'ticket-ru',
  'person-en',
  'settings-rules-ru',
  'sign-in-en',
  'form-ru',
] as const;
