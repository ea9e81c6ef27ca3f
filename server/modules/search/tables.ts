/** `search_position` of this module; the tables of the schema `search_index` are reached by its functions. */
export type SearchTables = {
  search_position: {
    workspace_id: string;
    /** The transaction (xid8) and event up to which the log has been followed. */
    tx: string;
    event_id: string;
    /** Tickets from before the index, read from the newest down; null: all are in. */
    tickets_below: number | null;
    people_above: string | null;
    organizations_above: string | null;
  };
};

export type Position = SearchTables['search_position'];
