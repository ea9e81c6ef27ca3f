import { analyzeSync } from 'liquidjs';
import { LiquidError, parseLiquid, type LiquidProblem } from './liquid.ts';

/** Names as a text writes them; `ticket.fields.*` stands for whatever comes after it. */
export type KnownVariables = ReadonlySet<string>;

/** What is wrong with a text before anybody uses it: its first mistake, or null. */
export function checkLiquid(
  text: string,
  known: KnownVariables,
  { html = false } = {},
): LiquidProblem | null {
  try {
    const { globals } = analyzeSync(parseLiquid(text, { html }), { partials: false });
    const unknown = Object.values(globals)
      .flat()
      .find(({ segments }) => !isKnown(segments, known));
    if (!unknown) {
      return null;
    }
    const { segments, location } = unknown;
    return {
      code: 'unknown_variable',
      line: location.row,
      column: location.col,
      about: segments.filter((part) => typeof part !== 'object').join('.'),
    };
  } catch (error) {
    if (error instanceof LiquidError) {
      return error.problem;
    }
    throw error;
  }
}

function isKnown(segments: readonly unknown[], known: KnownVariables): boolean {
  // A name that is computed is known when the text runs; until then its beginning has to do.
  const computed = segments.findIndex((part) => typeof part === 'object');
  const plain = computed === -1 ? segments : segments.slice(0, computed);
  const name = plain.filter((part) => part !== 'size' && part !== 'first' && part !== 'last');
  const written = name.join('.');
  return (
    written === 'now' ||
    written === 'today' ||
    known.has(written) ||
    [...known].some((each) =>
      each.endsWith('.*')
        ? `${written}.`.startsWith(each.slice(0, -1))
        : each.startsWith(`${written}.`),
    )
  );
}
