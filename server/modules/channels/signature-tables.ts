export type SignatureTables = {
  signature: {
    workspace_id: string;
    id: string;
    team_id: string | null;
    body: string;
    html: string | null;
    version: number;
  };
};
