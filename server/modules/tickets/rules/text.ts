/** The beginning of a message as one line for lists. */
export function previewOf(body: string): string {
  return [...body.slice(0, 1200).replace(/\s+/gu, ' ').trim()].slice(0, 200).join('');
}

/** A letter without a subject still needs a line in the list. */
export function subjectOf(subject: string, body: string): string {
  const given = subject.replace(/\s+/gu, ' ').trim();
  return [...given].slice(0, 500).join('') || previewOf(body).slice(0, 120) || '—';
}
