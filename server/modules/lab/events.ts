import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** A run began, went on, ended or is gone; screens look again. */
export const labRunChanged = defineEvent('lab.run-changed', z.object({ runId: z.string() }));
