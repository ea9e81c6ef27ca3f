import type { Phrases } from './text-shapes.ts';

export const phrasesEn: Phrases = {
  greetings: ['Hello {name},', 'Hi {name},', 'Good afternoon {name},', 'Dear {name},'],
  customerGreetings: ['Hello,', 'Good morning,', 'Hi there,', 'Dear all,', 'Hi!', ''],
  signOffs: ['Kind regards,\n{agent}', 'Have a good day,\n{agent}', '{agent}\nCustomer support'],
  customerSignOffs: [
    'Regards,\n{me}',
    'Thanks,\n{me}',
    '{me}',
    'Many thanks in advance,\n{me}',
    '',
  ],
  thanks: [
    'Thank you, it works!',
    'Brilliant, you saved our day.',
    'Checked, all is well. Thanks for being so quick!',
    'Thanks so much, excellent as always.',
    'That did it, thank you.',
  ],
  angry: [
    'This is the third time this month!',
    'Frankly, we are losing patience.',
    'We lose money every hour and hear nothing.',
    'If this goes on we shall look for somebody else.',
    'How much longer?!',
  ],
  urgent: [
    'Very urgent, people are queueing.',
    'Urgent! We open in an hour.',
    'Please answer as soon as you can.',
  ],
  polite: [
    'No hurry, but this week would be good.',
    'I would be grateful for your help.',
    'Could you tell me when you can look at it?',
    '',
  ],
  reminders: [
    'Hello, any news?',
    'When may we expect an answer? It is still not solved.',
    'We have waited since morning. At least say that you have seen it!',
    'Just a reminder: still not working.',
  ],
  acks: [
    'We are on it and will write today.',
    'Seen, a specialist is looking at it.',
    'Thank you for the details, we check and come back to you.',
    'Taken up. If it gets worse, please call the line at once.',
  ],
  apologies: [
    'Sorry for the late answer.',
    'Sorry to keep you waiting, it is a busy day.',
    'Apologies for the delay: your letter went to the wrong team.',
  ],
  comesBack: [
    'Unfortunately it is back.',
    'It worked for a day and broke again.',
    'We were glad too soon: same trouble.',
    'Again! We did all you wrote and it does not help.',
  ],
  fixedAgain: [
    'We found the real cause this time; before, we had cured a symptom. Checked three times, and we watch it until tomorrow.',
    'We replaced the whole unit so that it does not come back. Sorry for the second try.',
    'An engineer was there and did it properly. We call tomorrow at ten to make sure.',
  ],
  handOver: [
    'Over to you: not to be cured by phone. They expect a call by {hour}:00.',
    'Yours, I think. Power and network are checked and fine.',
    'Needs a visit with the part. Same contact on site.',
    'Please have a look: it resembles their last story.',
  ],
  waitsForPart: [
    'We wait for a part, promised {day}. We write as soon as it is here.',
    'The unit is ordered, up to three working days. We keep you posted.',
  ],
  partCame: [
    'The part is here, an engineer comes tomorrow morning.',
    'We have the part and begin the repair.',
  ],
  sameAgain: [
    'Sending this again in case the first letter got lost.',
    'Writing again from another phone, same matter.',
    'This belongs to our request of this morning, I forgot the details.',
  ],
  merged: ['Second letter about the same, merged.', 'Duplicate; going on in one ticket.'],
  takesBlame: [
    'We see how annoying this is and are on it right now.',
    'You are right, it should not be like that.',
  ],
  calls: ['Call: ', 'By phone: ', ''],
  places: [
    'at Mill Lane 12',
    'in the arcade',
    'in the warehouse',
    'on the shop floor',
    'at High Street 40',
    'at the station',
    'on the ground floor',
    'at checkout 2',
    'at shop no. 3',
  ],
  days: ['on Thursday', 'tomorrow', 'on Friday', 'on Monday', 'this week', 'on Tuesday morning'],
  spam: [
    {
      name: 'Growth Team',
      subject: 'Your site on page one in 3 days',
      body: 'Hello! We bring your site to the top. 70 % off today only. Answer this letter and a manager will call you.',
    },
    {
      name: 'Prize office',
      subject: 'Your bonus is waiting, confirm now',
      body: 'Congratulations! £4,830 has been credited to you. Follow the link within 24 hours.',
    },
    {
      name: 'Data 2026',
      subject: 'Company lists at a discount',
      body: 'Fresh list of directors, 2 million contacts with phones. Prices on request.',
    },
    {
      name: 'Accounts',
      subject: 'Statement (urgent!!)',
      body: 'Open the attached statement and sign it today or the contract ends.',
    },
  ],
};
