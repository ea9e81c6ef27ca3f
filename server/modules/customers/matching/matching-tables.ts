import type { Generated, JSONColumnType } from 'kysely';
import type { CustomerTables } from '../schema.ts';
import type { KeyKind } from './keys.ts';
import type { Likeness } from './likeness.ts';

export type MatchingTables = Pick<CustomerTables, 'contact' | 'organization'> & {
  person: CustomerTables['person'] & {
    merged_into_id: string | null;
    matched_at: Generated<Date | null>;
  };
  person_key: { workspace_id: string; kind: KeyKind; key: string; person_id: string };
  person_duplicate: {
    workspace_id: string;
    low_id: string;
    high_id: string;
    state: 'open' | 'different';
    strength: number;
    /** As the one with the lower id sees it. */
    reasons: JSONColumnType<Likeness[], string, string>;
    found_at: Date;
  };
};
