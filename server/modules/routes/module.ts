import type { Module } from '../../kernel/modules.ts';
import type { WebPage } from '../../kernel/web-pages.ts';
import { sendApprovalLetter, type LetterParts } from './approvals/letters/send-approval-letter.ts';
import { decisionPages } from './approvals/page/decision-pages.ts';
import { routesOfRoutes } from './routes.ts';

type Parts = Omit<LetterParts, 'linkSecret' | 'pagesUrl'> & {
  readonly publicUrl: string | undefined;
  readonly ownUrl?: string;
  readonly secrets: { keyFor(purpose: string): Uint8Array };
};

export type Routes = { readonly module: Module; readonly pages: readonly WebPage[] };

export function createRoutes(parts: Parts): Routes {
  const linkSecret = parts.secrets.keyFor('approval-link');
  const pagesUrl = parts.publicUrl ?? parts.ownUrl ?? 'http://localhost:3000';
  return {
    module: {
      name: 'routes',
      routes: routesOfRoutes,
      jobs: [sendApprovalLetter({ ...parts, linkSecret, pagesUrl })],
    },
    pages: decisionPages({ ...parts, linkSecret }),
  };
}
