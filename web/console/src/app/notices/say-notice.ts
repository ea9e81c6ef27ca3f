import type { TFunction } from 'i18next';
import type { Notice } from '../../lib/api-types.ts';

/** What has happened, in one sentence. */
export function sayNotice(t: TFunction, { kind, actor, words }: Notice): string {
  const target = String(words['target'] ?? '');
  // What belongs to a context makes the type of the answer wider than a sentence.
  return String(
    t(`notices.kind.${kind}`, {
      ...words,
      name: actor.name,
      target: t(`tickets.slaTarget.${target}`, {
        defaultValue: target.replaceAll('_', ' '),
      }),
      ...(actor.name === '' && { context: 'nobody' }),
      defaultValue: kind,
    }),
  );
}
