/** Answers to what one asks oneself on a page of settings: one or two sentences each. */
export const help = {
  profile:
    'Name and language are yours alone; your role and teams are changed by an administrator.',
  totp: 'After the password you type six digits from an app in your phone. A stolen password alone is then worth nothing; ten recovery codes help when the phone is lost.',
  tokens:
    'A key lets a program work in your name, with the rights that you choose and never more than you have. It is shown once and can be ended at any time.',
  channels:
    'A reply finds its ticket by the headers of the letter and by a secret mark in the reply address, never by the words of its subject: so two customers with the same subject stay apart.',
  afterReading:
    'Otklik keeps a copy of every letter in any case. Leaving them as they are is best when people read the same mailbox too.',
  letters:
    'A letter comes here when it could not be taken in three times. Nothing is lost: read it, mend the reason, try again.',
  users:
    'Whoever leaves is switched off, not deleted: their name stays in the history. Sessions and keys end at once.',
  teams:
    'A ticket can be given to a team before anybody takes it. An agent can be in several; a role can limit people to the tickets of their teams.',
  roles:
    'A role says what somebody may do, and how far they reach: all tickets, or only those of their teams.',
  scope:
    '“Only tickets of own teams” also shows tickets that are assigned to them and those that no team has yet. Everything else does not exist for them: not in lists, counters or search.',
  categories:
    'Categories say what tickets are about, for views and reports. Rather few: what nobody can tell apart is chosen at random. Used ones are archived, not deleted.',
  workspace: 'What stands here holds for everybody. Each agent can choose another language.',
  requireTotp:
    'Who has none then reaches nothing but the page where it is switched on. Programs with keys go on working.',
};

export const demo = {
  text: 'Sixty days of a service company for tills and office equipment: 2,000 tickets in two languages, 300 customers, 40 organizations, 12 agents in 4 teams. Everything is made up.',
  nothingLeaves: 'No letter ever leaves to its customers, and its agents cannot sign in.',
  load: 'Load the demo company',
  loading: 'It is being filled: {{percent}} %',
  removing: 'It is being cleared away: {{percent}} %',
  here: 'The demo company is here.',
  look: 'Look around',
  remove: 'Remove it',
  question:
    'All demo tickets, customers and agents go, with what was written in those tickets. Your own tickets, settings and colleagues stay.',
};
