import type { CommandContext } from '../../kernel/commands.ts';
import { escapeHtml, textToHtml } from '../../kernel/html/text-to-html.ts';
import { fillVariables, variablesIn } from '../../kernel/text-variables.ts';
import { readWorkspace } from '../identity/public.ts';
import { findSignature } from './queries/find-signature.ts';

/** Ready to stand below an answer: with its variables filled in. */
export type Signature = { readonly body: string; readonly html: string };

const known = ['agent.name', 'company.name', 'team.name'];

export const isKnownInSignature = (text: string): boolean =>
  variablesIn(text).every((name) => known.includes(name));

/** The signature of the team that has the ticket, else everybody's; null when there is none. */
export async function signatureFor(
  { tx, actor }: Pick<CommandContext, 'tx' | 'actor'>,
  { teamId, author }: { teamId: string | null; author: string },
): Promise<Signature | null> {
  const found = await findSignature(tx, actor.workspaceId, teamId);
  if (!found) {
    return null;
  }
  const { name: company } = await readWorkspace(tx, actor.workspaceId);
  const values = { 'agent.name': author, 'company.name': company, 'team.name': found.team ?? '' };
  const body = fillVariables(found.body, values);
  const html =
    found.html === null
      ? textToHtml(body)
      : fillVariables(found.html, values, { escape: escapeHtml });
  return { body, html };
}
