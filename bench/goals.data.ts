/** What is measured, in the order of the table. `atMost` or `atLeast` is the goal in the unit; no goal: for information. */
export type Goal = {
  readonly measure: string;
  readonly words: string;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
};

export const goals: readonly Goal[] = [
  { measure: 'start-empty', words: 'start with empty data, installed', unit: 's', atMost: 10 },
  { measure: 'memory-rest', words: 'memory at rest, all processes', unit: 'MB', atMost: 350 },
  { measure: 'letters', words: 'letters by SMTP, fully processed', unit: 'a second', atLeast: 400 },
  { measure: 'letters-processor', words: 'processor time of both cores for a letter', unit: 'ms' },
  { measure: 'letters-wrong', words: 'letters lost, doubled or put wrong', unit: '', atMost: 0 },
  { measure: 'memory-after', words: 'memory after the letters', unit: 'MB', atMost: 600 },
  { measure: 'post', words: 'POST /tickets', unit: 'a second', atLeast: 700 },
  { measure: 'live', words: 'change to screen, 500 streams, p95', unit: 'ms', atMost: 300 },
  { measure: 'start-later', words: 'later start', unit: 's', atMost: 3 },
  { measure: 'views-10k', words: 'page of a view, 10,000 tickets, p95', unit: 'ms', atMost: 25 },
  { measure: 'open-10k', words: 'open a ticket, 10,000 tickets, p95', unit: 'ms', atMost: 25 },
  { measure: 'counts-10k', words: '20 counters, 10,000 tickets, p95', unit: 'ms', atMost: 10 },
  { measure: 'tally-10k', words: 'the counters’ statement alone, p95', unit: 'ms', atMost: 10 },
  { measure: 'search-10k', words: 'search, 10,000 tickets, p95', unit: 'ms', atMost: 60 },
  { measure: 'views-1m', words: 'page of a view, 1,000,000 tickets, p95', unit: 'ms' },
  { measure: 'views-ratio', words: '… against 10,000 tickets', unit: 'times', atMost: 1.5 },
  { measure: 'open-1m', words: 'open a ticket, 1,000,000 tickets, p95', unit: 'ms' },
  { measure: 'open-ratio', words: '… against 10,000 tickets', unit: 'times', atMost: 1.5 },
  { measure: 'counts-1m', words: '20 counters, 1,000,000 tickets, p95', unit: 'ms', atMost: 10 },
  { measure: 'tally-1m', words: 'the counters’ statement alone, p95', unit: 'ms', atMost: 10 },
  { measure: 'search-1m', words: 'search, 1,000,000 tickets, p95', unit: 'ms', atMost: 180 },
  { measure: 'clocks-fire', words: 'latest warning or breach, 20 a second', unit: 's', atMost: 2 },
  { measure: 'clocks-fire-300', words: '… 300 breaches at one instant', unit: 's', atMost: 2 },
  { measure: 'clocks-wrong', words: '… lost or told twice', unit: '', atMost: 0 },
  { measure: 'clocks-due-1m', words: 'next due of 1,000,000 clocks, p95', unit: 'ms', atMost: 5 },
  {
    measure: 'decisions',
    words: 'deciding over a new ticket, p95: more by',
    unit: 'ms',
    atMost: 3,
  },
  { measure: 'decisions-median', words: '… in the middle: more by', unit: 'ms' },
  { measure: 'decisions-processor', words: '… processor time: more by', unit: 'ms' },
  {
    measure: 'letters-all-on',
    words: 'letters by SMTP with all of it on',
    unit: 'a second',
    atLeast: 300,
  },
  { measure: 'letters-all-on-processor', words: '… processor time for a letter', unit: 'ms' },
  { measure: 'letters-all-on-wrong', words: '… lost, doubled or put wrong', unit: '', atMost: 0 },
  { measure: 'lab-60k', words: 'replay of 60,000 tickets, 100 rules', unit: 's', atMost: 30 },
  {
    measure: 'lab-routed',
    words: '… with 20 routing rules that decide anew',
    unit: 's',
    atMost: 30,
  },
  { measure: 'lab-desk', words: '… a page of a view meanwhile, p95', unit: 'ms' },
  { measure: 'lab-routed-desk', words: '… and with routing', unit: 'ms' },
  {
    measure: 'working-time',
    words: 'working-time computations, one core',
    unit: 'a second',
    atLeast: 1_000_000,
  },
  { measure: 'console', words: 'JavaScript before the inbox, compressed', unit: 'kB', atMost: 260 },
];
