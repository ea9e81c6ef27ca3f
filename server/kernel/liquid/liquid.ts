import { Liquid, type Template } from 'liquidjs';
import { escapeHtml } from '../html/text-to-html.ts';
import { allowedFilters, allowedTags } from './allowed.data.ts';
import { replaceCode } from './code-spans.ts';
import { date, fromNow, plural, type Manner } from './filters.ts';

/**
 * Liquid for texts that people of the company prepare: variables, conditions, dates and plurals. It sees plain values
 * only, reads no files, and stops at limits of length, time and memory.
 */

/** Plain values only: what is inherited is not seen. */
export type LiquidValue =
  | string
  | number
  | boolean
  | null
  | readonly LiquidValue[]
  | { readonly [name: string]: LiquidValue };
export type LiquidValues = Readonly<Record<string, LiquidValue>>;

export type Filling = Manner & {
  readonly now: Date;
  /** Values become text between tags. */
  readonly html: boolean;
};

const limits = { parseLimit: 300_000, renderLimit: 100, memoryLimit: 2_000_000 };
const maxFilled = 1_000_000;

function newEngine(html: boolean): Liquid {
  const engine = new Liquid({
    ...limits,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    cache: false,
    templates: {},
    outputEscape: html ? asHtml : asText,
  });
  const own = (name: string, filter: Parameters<Liquid['registerFilter']>[1]) =>
    engine.registerFilter(name, filter);
  own('date', function (value, style) {
    return date(value, style, fillingOf(this.context.globals));
  });
  own('from_now', function (value) {
    return fromNow(value, fillingOf(this.context.globals));
  });
  own('plural', function (value, ...forms) {
    return plural(value, forms, fillingOf(this.context.globals));
  });
  // Those of the library would let a value into the page as markup.
  for (const name of ['raw', 'escape', 'newline_to_br']) {
    own(name, (value: unknown) => value);
  }
  keepOnly(engine.filters, allowedFilters);
  keepOnly(engine.tags, allowedTags);
  return engine;
}

function keepOnly(all: Record<string, unknown>, allowed: readonly string[]): void {
  const names = new Set(allowed);
  for (const name of Object.keys(all)) {
    if (!names.has(name)) {
      delete all[name];
    }
  }
}

const fillingKey = '\u0000filling';
const fillingOf = (globals: object): Filling =>
  (globals as Record<string, unknown>)[fillingKey] as Filling;

const asText = (value: unknown): string => {
  if (Array.isArray(value)) {
    return value.map(asText).join(', ');
  }
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return isPlain ? String(value as string | number | boolean) : '';
};
const asHtml = (value: unknown): string => escapeHtml(asText(value)).replaceAll('\n', '<br>');

const engines = { text: newEngine(false), html: newEngine(true) };

/** Where a text cannot be understood or filled, and what stands there. Lines and columns count from 1. */
export type LiquidProblem = {
  readonly code:
    | 'liquid_syntax'
    | 'liquid_not_closed'
    | 'liquid_unknown_tag'
    | 'liquid_unknown_filter'
    | 'liquid_too_much'
    | 'unknown_variable';
  readonly line: number;
  readonly column: number;
  /** The name or the place that is meant, as it was written. */
  readonly about: string;
};

export class LiquidError extends Error {
  readonly problem: LiquidProblem;

  constructor(problem: LiquidProblem) {
    super(`${problem.code} at ${problem.line}:${problem.column}: ${problem.about}`);
    this.name = 'LiquidError';
    this.problem = problem;
  }
}

/** @throws LiquidError */
export function parseLiquid(text: string, { html = false } = {}): Template[] {
  const source = html ? withPlainCode(text) : text;
  return asking(() => engines[html ? 'html' : 'text'].parse(source));
}

/** @throws LiquidError */
export function fillLiquid(text: string, values: LiquidValues, filling: Filling): string {
  const parsed = parseLiquid(text, filling);
  const engine = engines[filling.html ? 'html' : 'text'];
  const filled = asking(() =>
    String(engine.renderSync(parsed, { ...values }, { globals: { [fillingKey]: filling } })),
  );
  if (filled.length > maxFilled) {
    throw new LiquidError({ code: 'liquid_too_much', line: 1, column: 1, about: '' });
  }
  return filled;
}

function asking<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new LiquidError(problemOf(error));
  }
}

const meanings: readonly (readonly [LiquidProblem['code'], RegExp])[] = [
  ['liquid_too_much', /limit exceeded|call stack/],
  ['liquid_unknown_filter', /undefined filter: ([^\s,]+)/],
  ['liquid_unknown_tag', /tag "([^"]*)" not found/],
  ['liquid_not_closed', /(\{[{%].*?) ?not closed|not closed/],
];

type Thrown = {
  readonly message?: string;
  readonly token?: { getPosition?(): number[]; getText?(): string };
};

function problemOf(error: unknown): LiquidProblem {
  const { message = '', token } = error as Thrown;
  const { line, column, written } = placeOf(token);
  for (const [code, pattern] of meanings) {
    const found = pattern.exec(message);
    if (found) {
      return { code, line, column, about: (found[1] ?? written).slice(0, 60) };
    }
  }
  return { code: 'liquid_syntax', line, column, about: written };
}

function placeOf(token: Thrown['token']) {
  const [line = 1, column = 1] = token?.getPosition?.() ?? [];
  return { line, column, written: (token?.getText?.() ?? '').slice(0, 60) };
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** In stored HTML the signs of a condition stand as entities; typed by hand in an editor, its spaces do too. */
const withPlainCode = (html: string): string =>
  replaceCode(html, (inside) =>
    inside
      .replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
      .replaceAll('\u00A0', ' '),
  );
