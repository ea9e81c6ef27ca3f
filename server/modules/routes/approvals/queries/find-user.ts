import type { Reader } from '../../../../kernel/database.ts';

type UserTables = {
  user_account: {
    workspace_id: string;
    id: string;
    name: string;
    email: string;
    locale: 'ru' | 'en';
    active: boolean;
  };
};

export const findUser = (db: Reader, workspaceId: string, id: string) =>
  db
    .withTables<UserTables>()
    .selectFrom('user_account')
    .select(['id', 'name', 'email', 'locale', 'active'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
