/**
 * `{{ requester.name }}` in texts that people prepare: the plainest part of Liquid's output syntax, so that texts written
 * today mean the same when they may say more.
 */
const place = /\{\{\s*([a-z][a-z_]*(?:\.[a-z][a-z_]*)*)\s*\}\}/g;

/** Names of all variables in a text, each once. */
export const variablesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(place)].flatMap(([, name]) => name ?? [])),
];

/** A variable without a value leaves nothing; what is no variable stays as it was typed. */
export function fillVariables(
  text: string,
  values: Readonly<Record<string, string>>,
  { escape = (value) => value }: { escape?: (value: string) => string } = {},
): string {
  return text.replace(place, (_whole, name: string) =>
    escape(Object.hasOwn(values, name) ? (values[name] ?? '') : ''),
  );
}
