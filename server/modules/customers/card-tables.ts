import type { Generated, JSONColumnType } from 'kysely';
import type { CustomerTables, LegalEntity } from './schema.ts';

/** What a card says beside what everybody has; quiet hours are minutes of the day. */
export type CardColumns = {
  vip_level: number;
  favourite_channel: string | null;
  time_zone: string | null;
  quiet_from: number | null;
  quiet_to: number | null;
  branch_id: string | null;
  merged_into_id: string | null;
};

export type CardRow = CustomerTables['person'] & CardColumns;

/** A contact point as a merge found it, so that it can be given back even if it was deleted meanwhile. */
export type MovedContact = {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly normalized: string;
  readonly created_at: string;
};

/** Fields of the kept card before the merge and as the merge left them. */
export type Moved = {
  readonly contacts: readonly MovedContact[];
  readonly before: MergedFields;
  readonly after: MergedFields;
};

export type MergedFields = Pick<
  CardRow,
  | 'name'
  | 'organization_id'
  | 'branch_id'
  | 'locale'
  | 'note'
  | 'vip_level'
  | 'favourite_channel'
  | 'time_zone'
  | 'quiet_from'
  | 'quiet_to'
>;

export type CardTables = Omit<CustomerTables, 'person'> & {
  person: CardRow & { matched_at: Generated<Date | null> };
  branch: {
    workspace_id: string;
    id: string;
    organization_id: string;
    name: string;
    address: string;
    time_zone: string | null;
    version: number;
    created_at: Date;
  };
  legal_entity: {
    workspace_id: string;
    id: string;
    organization_id: string | null;
    kind: LegalEntity['kind'];
    name: string;
    inn: string | null;
    kpp: string | null;
    ogrn: string | null;
    address: string;
    version: number;
    created_at: Date;
  };
  person_merge: {
    workspace_id: string;
    id: string;
    kept_id: string;
    merged_id: string;
    moved: JSONColumnType<Moved, string, string>;
    merged_at: Date;
    merged_by: string;
    undone_at: Date | null;
  };
};
