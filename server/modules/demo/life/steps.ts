import type { Priority, Status, TicketType } from '../../tickets/public.ts';
import type { TeamKey } from '../texts/text-shapes.ts';

/** One thing that happens to one request at one time. Agents, people and other requests are named by their index. */
export type Step = {
  readonly at: Date;
  /** Index of the request. */
  readonly story: number;
  /** Null: the product itself, or the customer. */
  readonly agent: number | null;
} & What;

export type ChannelKind = 'email' | 'phone' | 'visit' | 'form' | 'api';

export type What =
  | {
      readonly kind: 'open';
      readonly person: number;
      readonly channel: ChannelKind;
      readonly subject: string;
      readonly body: string;
      readonly type: TicketType;
      readonly priority: Priority;
      readonly tags: readonly string[];
      readonly category: string | null;
      readonly team: TeamKey | null;
      readonly firstResponseDue: Date;
      readonly resolutionDue: Date;
    }
  | { readonly kind: 'wrote'; readonly person: number; readonly body: string }
  | { readonly kind: 'answered'; readonly body: string; readonly status?: Status }
  | {
      readonly kind: 'noted';
      readonly body: string;
      readonly team?: TeamKey;
      /** Null: from now on nobody's. */
      readonly assignee?: number | null;
    }
  | {
      readonly kind: 'changed';
      readonly status?: Status;
      readonly priority?: Priority;
      readonly category?: string;
      readonly team?: TeamKey;
      readonly assignee?: number | null;
      readonly tags?: readonly string[];
      /** RFC 3339, or `answer`. */
      readonly snooze?: string;
    }
  | { readonly kind: 'spam' }
  | { readonly kind: 'merged'; readonly into: number }
  /** The other request is the problem that this one comes from. */
  | { readonly kind: 'linked'; readonly problem: number }
  | { readonly kind: 'spent'; readonly minutes: number };

type Unplaced<T> = T extends unknown ? Omit<T, 'story'> : never;
/** As one request knows it, before it is told which number it has. */
export type OwnStep = Unplaced<Step>;
