import { cleanHtml } from '../../kernel/html/clean-html.ts';
import { textOfHtml } from '../../kernel/html/text-of-html.ts';
import { isOwnFile } from './files.ts';

/** What somebody has written as text, as HTML or as both: safe to show, and never without its text. */
export function writtenText({
  body,
  html,
}: {
  body?: string | undefined;
  html?: string | undefined;
}) {
  const cleaned = html === undefined ? null : cleanHtml(html, { isOurs: isOwnFile });
  return {
    body: (body ?? textOfHtml(html ?? '')).trimEnd(),
    html: cleaned?.html ?? null,
    blockedImages: cleaned?.blockedImages ?? 0,
  };
}
