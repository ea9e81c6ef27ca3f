import { z } from 'zod';

/** What a company sets up first. Whether it is done is asked of what is there, and never stored. */
export const StepName = z.enum([
  'letter',
  'mailbox',
  'team',
  'colleagues',
  'answer',
  'backup',
  'totp',
]);
export type StepName = z.infer<typeof StepName>;

export const TourName = z.enum(['agent', 'lead', 'administrator']);
export const TourState = z.enum(['running', 'left', 'done']);

export const Tour = z
  .object({ tour: TourName, state: TourState, step: z.int() })
  .meta({ id: 'Tour' });

export const Guide = z
  .object({
    /** For whoever may set things up; else empty. */
    steps: z.array(z.object({ name: StepName, done: z.boolean(), skipped: z.boolean() })),
    /** Those that somebody has begun. */
    tours: z.array(Tour),
  })
  .meta({ id: 'Guide' });

export type GuideTables = {
  guide_tour: {
    workspace_id: string;
    user_id: string;
    tour: z.infer<typeof TourName>;
    state: z.infer<typeof TourState>;
    step: number;
    at: Date;
  };
  guide_step: { workspace_id: string; step: string; skipped_at: Date };
};
