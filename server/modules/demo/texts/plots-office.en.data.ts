import type { Plot } from './text-shapes.ts';

const printers = [
  'Kyocera M2040dn',
  'HP LaserJet M428',
  'Brother DCP-L5500',
  'Canon MF455',
  'Epson ET-3850',
];

export const officePlotsEn: readonly Plot[] = [
  {
    category: 'printer',
    team: 'office',
    type: 'incident',
    weight: 8,
    tags: ['printer'],
    models: printers,
    byPhone: true,
    cases: [
      {
        subject: 'Printer does not print',
        ask: 'The {model} in accounts does not print, everything waits in the queue. We restarted it and the computers.',
        clarify: [
          'Does it print a test page from its own menu?',
          'Yes, perfectly. So it is the computer?',
        ],
        fix: 'The queue was stuck on one broken file. Emptied, driver updated, everything prints.',
      },
      {
        subject: 'Paper jams',
        ask: 'The {model} {place} jams on every third sheet.',
        note: 'Pick-up roller, 80,000 pages. Take the kit.',
        update:
          'We have the roller and change it {day}. Until then no more than twenty sheets in the tray, please.',
        fix: 'Roller replaced, path cleaned. A hundred sheets without a jam.',
      },
      {
        subject: 'Stripes on every page',
        ask: 'A black stripe along the edge. The toner was changed last week. It is a {model}.',
        fix: 'The drum was worn, not the toner. Replaced.',
      },
      {
        subject: 'Scanning to the folder fails',
        ask: 'The {model} no longer scans to the shared folder, it says “sign-in failed”. We changed the password on Monday.',
        note: 'They changed the password of the account the scanner uses.',
        fix: 'New password put into the address book, scans arrive in the folder again.',
      },
    ],
  },
  {
    category: 'supplies',
    team: 'office',
    type: 'service_request',
    weight: 6,
    priority: 'low',
    tags: ['toner'],
    models: printers,
    byPhone: true,
    cases: [
      {
        subject: 'Toners to refill',
        ask: 'Please pick up {n} toners of the {model} for refilling. We are here until five.',
        update: 'The courier comes {day} after lunch. Please have the empty ones ready.',
        fix: 'Refilled and delivered, your manager signed.',
      },
      {
        subject: 'We need toner for the {model}',
        ask: 'The {model} is running out of toner. One will do, invoice as usual.',
        fix: 'New toner is in, the old one went back. It should last the month.',
      },
      {
        subject: 'Running out of till rolls',
        ask: 'We need till rolls, a box of 57 mm and half a box of 80 mm. When can you come?',
        fix: 'Sent today, the note is in the box, the invoice went to accounts.',
      },
    ],
  },
  {
    category: 'pc',
    team: 'office',
    type: 'incident',
    weight: 6,
    tags: ['computer'],
    cases: [
      {
        subject: 'Computer hums, screen dark',
        ask: 'The manager’s computer hums but the screen stays dark. The screen itself is fine, we tried it.',
        fix: 'The graphics card had come loose. Fixed, tested.',
      },
      {
        subject: 'Computer terribly slow',
        ask: 'The computer {place} is so slow that we count on paper. It began last week.',
        clarify: [
          'May we connect from here? We need the number of the remote program and somebody beside it for twenty minutes.',
          'Yes, 1{n}5 204 88{n}. Somebody is here until lunch.',
        ],
        note: '4 GB of memory. Offer 16.',
        fix: 'Less at start-up and more memory. The program opens in five seconds.',
      },
      {
        subject: 'Blue screen on the till computer',
        ask: 'Blue screen since this morning, round and round. The quarter’s reports are on that disk, they must not be lost!',
        note: 'Disk is dying, SMART is red. Copy first, everything else later!',
        update: 'The disk is out and we copy it. So far everything reads, we see the reports.',
        fix: 'The reports are safe: disk copied to a new one and it starts. The old disk is yours.',
      },
      {
        subject: 'Workplace for a new colleague',
        ask: 'Somebody new starts on Monday: computer, mail and access to the stock program, please.',
        fix: 'The workplace is ready, mail and access too. We gave the passwords to your manager by phone.',
      },
    ],
  },
  {
    category: 'network',
    team: 'office',
    type: 'incident',
    weight: 5,
    priority: 'high',
    tags: ['internet'],
    byPhone: true,
    cases: [
      {
        subject: 'No internet',
        ask: 'No internet {place} since this morning. The provider says all is well.',
        clarify: [
          'Which lights are on at the router? A picture is best.',
          'Only power and a yellow one. There used to be five green ones.',
        ],
        note: 'Old router, too hot. Due for replacement by contract.',
        fix: 'New router, settings moved over. 94 Mbit/s, tills online.',
      },
      {
        subject: 'Wi-Fi drops',
        ask: 'Wi-Fi drops every ten minutes, and the tills with it.',
        fix: 'A neighbour’s access point was on the same channel. Moved ours; no drop for a day.',
      },
      {
        subject: 'Remote desktop does not open',
        ask: 'We cannot reach the remote desktop. Yesterday we could.',
        fix: 'The certificate had run out. Renewed, everybody can connect.',
      },
    ],
  },
  {
    category: 'programs',
    team: 'office',
    type: 'question',
    weight: 5,
    tags: ['program'],
    cases: [
      {
        subject: 'No mail arrives',
        ask: 'Since yesterday no letters from suppliers arrive. Sending works.',
        fix: 'The mailbox was full. We moved old letters to the archive, new ones arrive.',
      },
      {
        subject: 'Stock program wants an update',
        ask: 'The stock program offers an update. May I click it or wait for you?',
        fix: 'Please wait: that version has a fault with refunds. We update you ourselves when it is mended.',
      },
      {
        subject: 'Refund without a receipt?',
        ask: 'A customer returns something without a receipt. How do I enter that?',
        fix: 'Under Receipts, choose Refund without receipt. Step by step below.',
      },
      {
        subject: 'Stock export fails',
        ask: 'The stock export to our shop site says “wrong format”.',
        fix: 'The site changed its format. Export corrected, stock is updated every hour.',
      },
    ],
  },
];
