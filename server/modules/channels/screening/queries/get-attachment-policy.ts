import { z } from 'zod';
import { defineQuery } from '../../../../kernel/queries.ts';
import { AttachmentPolicy } from '../schema.ts';
import { readPolicy } from './read-screening.ts';

export const getAttachmentPolicy = defineQuery({
  name: 'channels.get-attachment-policy',
  permission: 'channel.read',
  input: z.strictObject({}),
  output: AttachmentPolicy,
  run: ({ db, actor }) => readPolicy(db, actor.workspaceId),
});
