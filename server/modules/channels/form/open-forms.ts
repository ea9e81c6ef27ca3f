import type { WebPage } from '../../../kernel/web-pages.ts';
import type { Route } from '../../../kernel/routes.ts';
import type { LetterReader } from '../runner/letter-line.ts';
import { formPages } from './http/form-pages.ts';
import type { SubmitParts } from './http/submit.ts';
import { submissionReader, type SubmissionReaderParts } from './ingest-submission.ts';
import { formRoutes } from './routes.ts';

export type FormParts = Omit<SubmitParts, 'reader' | 'formSecret'> &
  SubmissionReaderParts & { readonly secrets: { keyFor(purpose: string): Uint8Array } };

/** Everything of forms that the application wires. */
export function openForms(parts: FormParts): {
  readonly routes: Route[];
  readonly pages: WebPage[];
  readonly reader: LetterReader;
} {
  const reader = submissionReader(parts);
  const submitting = { ...parts, reader, formSecret: parts.secrets.keyFor('form-token') };
  return { routes: formRoutes(submitting), pages: formPages(submitting), reader };
}
