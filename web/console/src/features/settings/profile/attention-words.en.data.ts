export const attention = {
  title: 'Notifications and sound',
  text: 'In this browser only, and only while no tab of Otklik is in sight. The name of the tab always counts what waits for you.',
  notify: 'Show notifications',
  notifyText: 'A customer answers in your ticket, a colleague calls you or gives you a ticket.',
  newTickets: 'Also of new tickets that nobody has',
  sound: 'A quiet sound',
  listen: 'Listen',
  denied:
    'The browser forbids notifications of this site. Allow them in its settings, beside the address.',
  impossible: 'This browser shows no notifications here: Otklik has to be opened by https.',
};
