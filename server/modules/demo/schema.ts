import { z } from 'zod';
import { time } from '../../kernel/text.ts';

export const DemoState = z.enum(['absent', 'loading', 'ready', 'removing']);

export const Demo = z
  .object({
    /** `absent` before it was loaded for the first time and after it was removed. */
    state: DemoState,
    /** Of what is going on: parts of it, and how many there are. */
    done: z.int(),
    total: z.int(),
    changedAt: time().nullable(),
  })
  .meta({ id: 'Demo' });
export type Demo = z.infer<typeof Demo>;

export type MarkKind =
  | 'ticket'
  | 'person'
  | 'organization'
  | 'branch'
  | 'user'
  | 'team'
  | 'category'
  | 'template'
  | 'view';

export type DemoTables = {
  demo_company: {
    workspace_id: string;
    state: 'loading' | 'ready' | 'removing' | 'removed';
    seed: string;
    locale: 'ru' | 'en';
    time_zone: string;
    present: Date;
    tickets: number;
    done: number;
    total: number;
    changed_at: Date;
  };
  demo_mark: { workspace_id: string; kind: MarkKind; id: string; key: string };
};

export type DemoRow = DemoTables['demo_company'];
export type Mark = { readonly kind: MarkKind; readonly key: string; readonly id: string };
