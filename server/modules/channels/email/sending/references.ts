/** A line must not be longer than 998 characters (RFC 5322 §2.1.1), so neither may one id be. */
const idLength = 900;
const idsKept = 20;

/**
 * The References header of an answer (RFC 5322 §3.6.4): those of the letter answered, then its own id. A long
 * thread keeps its first id, by which it is known, and the last ones. What is not an id is left out.
 */
export function referencesOf(references: readonly string[], inReplyTo: string | null): string[] {
  const all =
    inReplyTo === null ? references : [...references.filter((id) => id !== inReplyTo), inReplyTo];
  const ids = [...new Set(all)].filter((id) => id.length <= idLength && /^[^\s<>]+$/.test(id));
  return ids.length <= idsKept ? ids : [...ids.slice(0, 1), ...ids.slice(1 - idsKept)];
}
