import type { Plot } from './text-shapes.ts';

const tills = ['Casio V-R200', 'Sharp XE-A207', 'Elo PayPoint', 'Sam4s SPS-530', 'Star mPOP'];
const terminals = ['PAX S300', 'Ingenico Desk/3500', 'Verifone VX520', 'Sunmi P2'];

export const tillPlotsEn: readonly Plot[] = [
  {
    category: 'till-broken',
    team: 'tills',
    type: 'incident',
    weight: 9,
    priority: 'high',
    tags: ['standstill'],
    models: tills,
    byPhone: true,
    cases: [
      {
        subject: 'Till does not start',
        ask: 'The till {model} {place} does not start: a red light blinks and goes out. Last night we closed the shift as usual.',
        clarify: [
          'Please try this: pull the power cable for a minute, take the battery out, start again. What does the screen say?',
          'Done. It got half way and went dark again. It said “Err 24”.',
        ],
        note: 'Looks like the power supply, {n} of that batch this month. Take a spare one.',
        update:
          'We are on our way with a loan till, about an hour and a half. Until then please use the second till.',
        fix: 'We replaced the power supply and the till works. By your contract that is free.',
      },
      {
        subject: 'Till frozen, queue waiting',
        ask: 'Since the update the {model} hangs at the logo. We restarted it three times. People are waiting and we write receipts by hand.',
        note: 'Firmware lost in the update. If it does not come back from here: visit or loan till.',
        fix: 'Firmware restored from here, your goods and settings are in place. Please check that receipts print and that the shift closes tonight.',
      },
      {
        subject: 'Till {place} prints blank paper',
        ask: 'The till prints blank paper. We turned the roll round, no change. It is a {model}.',
        clarify: [
          'Is it thermal paper? Draw a fingernail across it: thermal paper shows a dark line.',
          'No line. So we bought the wrong one?',
        ],
        fix: 'It was the paper: the till needs thermal rolls of 57 mm. Two came by courier and it prints.',
      },
      {
        subject: 'The shift does not open',
        ask: 'We cannot open the shift, the {model} says “date and time error”.',
        clarify: [
          'What time does the till show under Service, and is it on the internet?',
          'It shows the year 2019. The Wi-Fi sign is lit.',
        ],
        fix: 'The clock battery was flat and the till had lost its date. We set it, the shift opens. We will change the battery at the next visit, free of charge.',
      },
    ],
  },
  {
    category: 'ofd',
    team: 'tills',
    type: 'incident',
    weight: 5,
    tags: ['receipts'],
    models: tills,
    cases: [
      {
        subject: '{n} unsent receipts',
        ask: 'The {model} shows {n} unsent receipts, the oldest a week old. It is on the internet.',
        clarify: [
          'Under Diagnostics, which server address does the till show?',
          'The old one. We changed provider in spring, could that be it?',
        ],
        fix: 'The till still had the old provider’s address. Corrected; {n} receipts left within ten minutes and the counter is at zero.',
      },
      {
        subject: 'Does our reporting contract end?',
        ask: 'A letter says that our reporting subscription ends {day}. Please renew it and send the invoice.',
        fix: 'Renewed for 15 months, the invoice went to your accounts. Nothing to do at the till.',
      },
      {
        subject: 'A customer’s receipt cannot be found',
        ask: 'A customer cannot find yesterday’s receipt over £{sum}. Where is it?',
        fix: 'Found: it was late because of the connection. It can be checked now, please tell your customer.',
      },
    ],
  },
  {
    category: 'fiscal',
    team: 'tills',
    type: 'service_request',
    weight: 4,
    tags: ['memory'],
    models: tills,
    cases: [
      {
        subject: 'Fiscal memory: {n} days left',
        ask: 'The {model} {place} warns that its memory is almost full, {n} days left. What do you need so that we lose no time?',
        note: 'Two in stock; one is set aside for them.',
        update:
          'One is reserved; the engineer comes {day} between 8 and 9. We need the till for forty minutes.',
        fix: 'Memory replaced and registered, the first receipt is printed. Keep the old one for five years, please.',
      },
      {
        subject: 'What does a new memory cost?',
        ask: 'Time to change the memory of our {model}. What does it cost, and can you come {day} before we open?',
        note: 'Old firmware: update before the change or it will not take the new format.',
        fix: 'It is £145 for three years, the change itself is part of your contract. You are booked {day} at half past eight.',
      },
    ],
  },
  {
    category: 'marking',
    team: 'tills',
    type: 'question',
    weight: 3,
    tags: ['labels'],
    models: tills,
    cases: [
      {
        subject: 'Scanner does not read the code',
        ask: 'The scanner does not read the square codes on bottles, the {model} only beeps. Ordinary barcodes are fine.',
        fix: 'It was set to ordinary barcodes only. Scan the setup code below once and it reads both.',
      },
      {
        subject: 'Price labels print too low',
        ask: 'Labels come out two millimetres too low since last week. We already changed the roll.',
        fix: 'The gap sensor was dusty. Clean it as described below and calibrate once, then labels sit right.',
      },
      {
        subject: 'Which scanner for the {model}?',
        ask: 'We want a second scanner for the {model}, cordless if possible. Which one fits?',
        fix: 'Two of them fit, prices below. Setting one up is part of your contract.',
      },
    ],
  },
  {
    category: 'terminal',
    team: 'tills',
    type: 'incident',
    weight: 7,
    priority: 'high',
    tags: ['cards'],
    models: terminals,
    byPhone: true,
    cases: [
      {
        subject: 'Terminal {model}: no connection to the bank',
        ask: 'The {model} {place} says “no connection”, cards fail. We take cash only and people leave.',
        clarify: [
          'Is it on a cable or on a SIM card? And is there a network sign?',
          'SIM. No bars at all, a cross instead.',
        ],
        note: 'SIM blocked by the network. Order a new one in our name.',
        update:
          'A new SIM is ordered, we bring it {day}. For now we move the terminal to Wi-Fi, settings below.',
        fix: 'Switched to Wi-Fi, payments go through. We will change the SIM at the next visit.',
      },
      {
        subject: 'Card charged, no receipt',
        ask: 'The card was charged but the till printed no receipt, £{sum}. What do we tell the customer?',
        fix: 'We made a correction receipt for it; the bank pays out tomorrow. The customer need not do anything.',
      },
      {
        subject: 'Terminal reads cards now and then',
        ask: 'The {model} does not read chips, contactless works every other time.',
        fix: 'Reader cleaned, software updated. Twenty test payments in a row were fine.',
      },
    ],
  },
  {
    category: 'money',
    team: 'tills',
    type: 'question',
    weight: 3,
    tags: ['cards', 'payout'],
    cases: [
      {
        subject: 'No payout for the weekend',
        ask: 'The payout for the weekend is missing, £{sum}. We did close each day on the terminal.',
        fix: 'The bank confirms: delayed by the weekend, it will be on your account by 6 p.m.',
      },
      {
        subject: 'Totals do not match',
        ask: 'The terminal says £{sum}, the bank paid less. We cannot find the difference.',
        fix: 'The difference is two refunds made after closing. The list is in the statement.',
      },
      {
        subject: 'Fee higher than usual',
        ask: 'Why is the fee higher this month? The contract says otherwise.',
        fix: 'You are right, a wrong tariff. The bank pays the difference back this week, we keep an eye on it.',
      },
    ],
  },
];
