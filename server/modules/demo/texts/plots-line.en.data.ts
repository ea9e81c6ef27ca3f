import type { Plot } from './text-shapes.ts';

const tills = ['Casio V-R200', 'Sharp XE-A207', 'Elo PayPoint', 'Sam4s SPS-530'];

export const linePlotsEn: readonly Plot[] = [
  {
    category: 'access',
    team: 'line',
    type: 'service_request',
    weight: 6,
    tags: ['password'],
    byPhone: true,
    cases: [
      {
        subject: 'Forgot the password',
        ask: 'A colleague forgot the password of the stock program and locked herself out. Please help.',
        fix: 'Reset; we told the temporary one to the owner by phone. The program asks for a new one at first sign-in.',
      },
      {
        subject: 'Access for a new manager',
        ask: 'We have a new manager who needs the till portal and your desk.',
        clarify: [
          'Please send the name, the work address and the first day.',
          'Sent from the director’s address, the first day is Monday.',
        ],
        fix: 'Done, the invitation went to the work address. Same rights as the last manager.',
      },
      {
        subject: 'Please close an account',
        ask: 'Our cashier left yesterday. Please close everything he had.',
        fix: 'All closed: till, stock program, mail. We changed the Wi-Fi password too.',
      },
    ],
  },
  {
    category: 'invoices',
    team: 'line',
    type: 'question',
    weight: 4,
    priority: 'low',
    tags: ['invoice'],
    byPhone: true,
    cases: [
      {
        subject: 'Invoice, please',
        ask: 'Please send this month’s invoice over £{sum}.',
        fix: 'It went to your accounts, the original follows today.',
      },
      {
        subject: 'New bank details',
        ask: 'Our bank details have changed. Where shall I send them?',
        fix: 'Details changed, the amendment is out for signature.',
      },
      {
        subject: 'One more shop in the contract',
        ask: 'What would one more shop with two tills cost?',
        fix: 'One shop with two tills is £49 a month, visits included. A draft is on its way.',
      },
    ],
  },
  {
    category: 'closing',
    team: 'line',
    type: 'service_request',
    weight: 2,
    priority: 'low',
    tags: ['statement'],
    cases: [
      {
        subject: 'Statement for last month',
        ask: 'Accounts ask for last month’s statement, we cannot find it.',
        fix: 'Sent once more, please look for yesterday’s date.',
      },
      {
        subject: 'A wrong sum in the statement',
        ask: 'The statement shows a wrong sum, it should be £{sum}.',
        fix: 'Corrected and sent, the old one is void. Sorry for the extra work.',
      },
    ],
  },
  {
    category: 'visits',
    team: 'field',
    type: 'service_request',
    weight: 5,
    tags: ['visit'],
    models: tills,
    cases: [
      {
        subject: 'Engineer {day}, please',
        ask: 'We need an engineer {day}: look at the {model} and put up a second scanner.',
        note: 'Parking at the back only, needs a permit a day ahead.',
        update: 'Booked {day}, between 10 and 12. The engineer calls an hour before.',
        fix: 'The scanner is up and the till checked, your manager signed. If anything comes back within a month we come free of charge.',
      },
      {
        subject: 'Yearly service of our tills',
        ask: 'The yearly service is due, we have {n} tills. Which day suits you?',
        update: 'We suggest {day} from nine, done by lunch. You can go on selling.',
        fix: 'All tills cleaned, updated, clocks checked. Next visit in half a year.',
      },
      {
        subject: 'Cash drawer does not close',
        ask: 'The cash drawer {place} does not close. Somebody has to look at it.',
        fix: 'New lock in the drawer, keys are with your manager.',
      },
    ],
  },
  {
    category: 'opening',
    team: 'field',
    type: 'change',
    weight: 3,
    tags: ['new shop'],
    cases: [
      {
        subject: 'We open a new shop',
        ask: 'We open in two weeks and need two tills, a terminal and internet. Where do we begin?',
        clarify: [
          'Please send the address as in the papers and a plan, by hand will do: we count the cable.',
          'The address is sent. Our builder sends the plan, he knows.',
        ],
        note: 'Agree on the date with the provider by Friday. Tills are ordered.',
        update:
          'The plan is agreed, tills are ordered. The day before opening we connect everything and print test receipts.',
        fix: 'Your shop is open: tills, terminal and internet work. Good luck!',
      },
      {
        subject: 'The shop moves',
        ask: 'We move {day}. Tills off, moved, and on again so that we can sell in the morning.',
        fix: 'Moved by 11.40 p.m., test receipts are fine. An engineer is on call until eleven.',
      },
      {
        subject: 'Till goes to another floor',
        ask: 'We move a till upstairs, cable and socket are there. Anything to register?',
        fix: 'The floor does not matter, the address is the same. The till works upstairs.',
      },
    ],
  },
  {
    category: 'complaints',
    team: 'line',
    type: 'complaint',
    weight: 2,
    priority: 'high',
    tags: ['complaint'],
    cases: [
      {
        subject: 'Complaint about an engineer',
        ask: 'The engineer was two hours late and did not call. Somebody stayed only for him. That is not how it is done.',
        note: 'He was stuck at the job before, but he had to call. We called and apologised.',
        fix: 'You are right, he had to call. That visit is off your invoice, and we have talked to him. Thank you for being frank.',
      },
      {
        subject: 'Third day of waiting!',
        ask: 'Third day without an answer to our request. What do we pay for?',
        note: 'It lay without a team. For the Monday meeting.',
        fix: 'It was stuck between two teams, our fault. All done today, and 10 % off next month.',
      },
      {
        subject: 'An idea: tell us when you set off',
        ask: 'A text message when the engineer sets off would be handy. Now somebody has to wait at the door.',
        fix: 'Thank you, we take it up. For now the engineer calls an hour before; messages come this quarter.',
      },
    ],
  },
];
