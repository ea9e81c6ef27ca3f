/** Of the form that opens a ticket by hand. */
export const newTicket = {
  title: 'New ticket',
  requester: 'Customer',
  requesterPlaceholder: 'Name, e-mail or phone',
  requesterName: 'Customer’s name',
  body: 'What happened',
  open: 'Open ticket',
  cancel: 'Cancel',
  needRequester: 'Give the customer’s e-mail or phone',
  needSubject: 'Write a subject',
  needBody: 'Describe what happened',
};
