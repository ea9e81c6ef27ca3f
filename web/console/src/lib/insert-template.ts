type Insert = (templateId: string) => void;

let insert: Insert | null = null;

/** The answer that is being written takes templates from panels beside it. @returns what ends that */
export function takeTemplates(own: Insert): () => void {
  insert = own;
  return () => {
    if (insert === own) {
      insert = null;
    }
  };
}

/** Puts a template where the caret of the answer stands. */
export const insertTemplate = (templateId: string): void => insert?.(templateId);
