import { Refusal } from '../../../kernel/errors.ts';

export const notFound = () => new Refusal('not_found', 'approval.not_found');
