import type { Module } from '../../kernel/modules.ts';
import { noticeRoutes } from './routes.ts';
import { tellAuthorOnAnswerNotSent } from './subscribers/tell-author-on-answer-not-sent.ts';
import { tellOnMention } from './subscribers/tell-on-mention.ts';

export const notifications: Module = {
  name: 'notifications',
  routes: noticeRoutes,
  subscribers: [tellOnMention, tellAuthorOnAnswerNotSent],
};
