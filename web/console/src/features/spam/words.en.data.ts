export const spam = {
  mark: 'Spam',
  unmark: 'Not spam',
  marked: 'Ticket {{number}} is in spam',
  unmarked: 'Ticket {{number}} is back as it was',
  inSpam: 'This ticket is in spam: no view of open work and no counter shows it.',
  because: {
    blocked_sender: 'The block list has caught it: “{{value}}”.',
    form_trap: 'A field that people do not see was filled in: this is how robots work.',
  },
  block: 'Block the sender',
  blockAddress: 'Only {{address}}',
  blockDomain: 'Everybody at {{domain}}',
  blocked: '{{value}} is on the block list',
  list: 'Block list',
};
