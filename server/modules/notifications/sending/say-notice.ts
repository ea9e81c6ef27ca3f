import type { NoticeWords } from '../rules/telling.ts';
import { noticeWords, targetWords } from './notice-words.data.ts';

export type SaidNotice = {
  readonly kind: string;
  readonly actorName: string;
  readonly words: NoticeWords | null;
};

/** One sentence, without what was written. */
export function sayNotice(locale: 'en' | 'ru', { kind, actorName, words }: SaidNotice): string {
  const [withName, without] = noticeWords[locale][kind] ?? [kind, kind];
  const { target = '', step = 1, to = '' } = words ?? {};
  const targets = targetWords[locale];
  const filled: Record<string, string> = {
    name: actorName,
    target: targets[target] ?? targets[''] ?? '',
    step: String(step),
    to,
  };
  return (actorName ? withName : without).replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => filled[name] ?? whole,
  );
}
