export const guide = {
  demo: {
    here: 'You are looking at a demo company: its people and tickets are made up, and no letter leaves to them.',
    loading: 'The demo company is coming: {{percent}} %',
    removing: 'The demo company is being cleared away: {{percent}} %',
    remove: 'Remove it',
    question:
      'All demo tickets, customers and agents go, with what was written in those tickets. Your own tickets, settings and colleagues stay.',
    cancel: 'Cancel',
  },
  tour: {
    name: 'Tour',
    offer: 'New here? A tour of one minute shows the most important places.',
    begin: 'Show me',
    notNow: 'Not now',
    step: 'Step {{step}} of {{count}}',
    back: 'Back',
    next: 'Next',
    done: 'Finish',
    leave: 'Leave the tour',
    agent: {
      views: {
        title: 'Your work stands on the left',
        text: 'Views gather tickets: yours, those nobody has, all open ones. The numbers are live.',
      },
      list: {
        title: 'Through the list by keys',
        text: 'j and k go down and up, Enter steps into the ticket. The next one is loaded already.',
      },
      answer: {
        title: 'Answer, note, solve',
        text: 'r answers the customer, n writes a note for colleagues, e solves, a takes the ticket. / in the answer finds a template.',
      },
      customers: {
        title: 'Everything about a customer',
        text: 'All contacts, tickets and conversations of a person stand on one card, whatever they wrote by.',
      },
      palette: {
        title: 'Find anything',
        text: 'Ctrl+K finds tickets, customers and acts, with typos and in the wrong keyboard layout too.',
      },
      help: {
        title: 'All keys, and this tour',
        text: 'The question mark shows all keys. The tour waits here if you want it again.',
      },
    },
    lead: {
      unassigned: {
        title: 'What nobody has taken',
        text: 'This view should be short. Select with x, or all with Ctrl+A, and give many tickets to somebody at once.',
      },
      views: {
        title: 'Views for the team',
        text: 'Filter the list as you need it and save it as a view, for yourself, a team or everybody.',
      },
      templates: {
        title: 'Answers that are used often',
        text: 'Templates in both languages; people find them with / while they write.',
      },
      categories: {
        title: 'What people write about',
        text: 'A tree of topics. Few and clear ones are better than many.',
      },
      help: {
        title: 'All keys, and this tour',
        text: 'The question mark shows all keys. The tour waits here if you want it again.',
      },
    },
    administrator: {
      channels: {
        title: 'Where letters come from',
        text: 'Connect the company’s mailbox: most services are recognised by the address, and each step is tested.',
      },
      users: {
        title: 'Colleagues',
        text: 'Add those who answer, with a role and their teams.',
      },
      roles: {
        title: 'What they may do',
        text: 'Four roles are ready. Own ones limit rights, and whose tickets are seen.',
      },
      categories: {
        title: 'Order in the topics',
        text: 'Categories sort tickets, templates answer them, forms bring them from your site.',
      },
      security: {
        title: 'Safe sign-in',
        text: 'A second factor for yourself is set up here; you can require it from everybody.',
      },
      steps: {
        title: 'What is still missing',
        text: 'The list of first steps knows what is set up. You find it, and this tour, in the help menu.',
      },
    },
  },
};
