import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cssVariables, theme } from './theme.ts';

const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
type Scheme = 'light' | 'dark';

/** A colour of tokens.css in one scheme, as `#rrggbb`. */
function colourOf(value: string, scheme: Scheme): string {
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  const said = name ? new RegExp(`${name}: ([^;]+);`).exec(tokens)?.[1] : value;
  const pair = /light-dark\((#\w+), (#\w+)\)/.exec(said ?? '');
  return (scheme === 'light' ? pair?.[1] : pair?.[2]) ?? said ?? '';
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each(['light', 'dark'] as const)(
  'what takes something away can be read in the %s theme, as words and as a filled button',
  (scheme) => {
    const variables = cssVariables(theme as never)[scheme];
    const of = (name: string) => colourOf(variables[`--mantine-color-red-${name}`] ?? '', scheme);
    const surface = colourOf('var(--surface)', scheme);
    expect(contrast(of('light-color'), surface)).toBeGreaterThan(4.5);
    expect(contrast(of('light-color'), of('light-hover'))).toBeGreaterThan(4.5);
    expect(contrast('#ffffff', of('filled'))).toBeGreaterThan(4.5);
    expect(contrast('#ffffff', of('filled-hover'))).toBeGreaterThan(4.5);
  },
);
