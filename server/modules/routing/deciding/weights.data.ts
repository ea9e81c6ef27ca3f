/** What a ticket weighs in the hands of whoever has it, by its priority. */
export const weights = { low: 1, normal: 2, high: 3, urgent: 5 } as const;

/** In the queue the most urgent are first. */
export const urgencies = { low: 0, normal: 1, high: 2, urgent: 3 } as const;
