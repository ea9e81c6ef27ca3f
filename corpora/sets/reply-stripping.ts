import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textOfHtml } from '../../server/kernel/html/text-of-html.ts';
import { foldHtml } from '../../server/modules/channels/email/quotes/fold-html.ts';
import {
  foldText,
  segmentsOf,
  type Segment,
} from '../../server/modules/channels/email/quotes/fold-text.ts';
import { type CorpusSet, type Tally, newTally } from '../corpus-set.ts';
import { letterOf } from '../mail-files.ts';

type Case = {
  readonly file: string;
  readonly html?: boolean;
  readonly visible_equals?: string;
  readonly visible_equals_trimmed?: string;
  readonly visible_equals_ignoring_whitespace?: string;
  readonly visible_equals_trimmed_file?: string;
  readonly elided_equals_file?: string;
  readonly first_fragment_equals?: string;
  readonly fragments?: number;
  readonly signature?: string;
  readonly max_seconds?: number;
  readonly regex?: readonly {
    readonly fragment: number;
    readonly regex: string;
    readonly match: boolean;
  }[];
};

type Parts = Readonly<Record<string, readonly Case[] | string>>;

const lineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
const trimmed = (text: string): string =>
  lineEnds(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
const unspaced = (text: string): string => text.replaceAll(/\s+/g, '');
/** One library writes every mark of quoting as a bare `>`. */
const plainMarks = (text: string): string => text.replaceAll(/^[ \t]*\w{1,20}>/gm, '>');

const partOf = (segments: readonly Segment[], wanted: (segment: Segment) => boolean): string =>
  segments
    .filter(wanted)
    .map(({ text }) => text)
    .join('\n');

type Check = { readonly agreed: boolean; readonly what: string };

const check = (what: string, found: string, expected: string): Check => ({
  agreed: found === expected,
  what: `${what}: found ${JSON.stringify(found.slice(0, 160))}, expected ${JSON.stringify(expected.slice(0, 160))}`,
});

/**
 * What can be asked of an answer in three parts. Left out: counts of fragments other than one, and patterns for other
 * fragments than the first, which describe how another library cuts a letter up.
 */
const checksOfText = async (root: string, part: string, one: Case): Promise<readonly Check[]> => {
  const path = join(root, one.file);
  const text = lineEnds(
    one.file.endsWith('.eml') ? ((await letterOf(path)).text ?? '') : await readFile(path, 'utf8'),
  );
  const startedMs = performance.now();
  const segments = segmentsOf(text);
  const { visible, signature } = foldText(text);
  const seconds = (performance.now() - startedMs) / 1000;
  // That library leaves signatures to another function.
  const seen = part === 'talon' ? partOf(segments, ({ fate }) => fate !== 'quoted') : visible;
  const folded = partOf(segments, ({ fate }) => fate !== 'visible');
  const checks: Check[] = [];
  const visibleWanted =
    one.visible_equals ??
    one.visible_equals_trimmed ??
    (one.visible_equals_trimmed_file === undefined
      ? undefined
      : await readFile(join(root, one.visible_equals_trimmed_file), 'utf8'));
  if (visibleWanted !== undefined) {
    checks.push(check('visible', trimmed(seen), trimmed(visibleWanted)));
  }
  if (one.elided_equals_file !== undefined) {
    const wanted = await readFile(join(root, one.elided_equals_file), 'utf8');
    checks.push(check('folded', unspaced(plainMarks(folded)), unspaced(plainMarks(wanted))));
  }
  return [...checks, ...fragmentChecks(one, { visible, folded, signature, seconds })];
};

type Found = {
  readonly visible: string;
  readonly folded: string;
  readonly signature: string;
  readonly seconds: number;
};

const fragmentChecks = (
  one: Case,
  { visible, folded, signature, seconds }: Found,
): readonly Check[] => {
  const checks: Check[] = [];
  if (one.first_fragment_equals !== undefined) {
    const wanted = trimmed(one.first_fragment_equals);
    checks.push(check('begins', trimmed(visible).slice(0, wanted.length), wanted));
  }
  if (one.fragments === 1) {
    checks.push(check('nothing folded', folded.trim(), ''));
  }
  if (one.signature !== undefined) {
    checks.push(check('signature', trimmed(signature), trimmed(one.signature)));
  }
  if (one.max_seconds !== undefined) {
    checks.push({ agreed: seconds <= one.max_seconds, what: `took ${seconds} s` });
  }
  for (const { fragment, regex, match } of one.regex ?? []) {
    if (fragment === 0) {
      checks.push({
        agreed: new RegExp(regex).test(visible) === match,
        what: `visible matches ${regex}`,
      });
    }
  }
  return checks;
};

const checksOfHtml = async (root: string, one: Case): Promise<readonly Check[]> => {
  const { visibleHtml } = foldHtml(await readFile(join(root, one.file), 'utf8'));
  const wanted = unspaced(one.visible_equals_ignoring_whitespace ?? '');
  return [check('visible', unspaced(textOfHtml(visibleHtml)), wanted)];
};

const tallyPart = async (root: string, part: string, cases: readonly Case[]): Promise<Tally> => {
  const tally = newTally(part, PART_REACH);
  for (const one of cases) {
    if (existsSync(join(root, one.file))) {
      const checks =
        one.html === true ? await checksOfHtml(root, one) : await checksOfText(root, part, one);
      for (const { agreed, what } of checks) {
        tally.agree(agreed, () => `${one.file}: ${what}`);
      }
    }
  }
  return tally.tally();
};

/** The whole decides: in a part of three cases one miss is a third. */
const PART_REACH = 0.65;

/** What is seen and what is folded, by the tests of six libraries for the same. */
export const replyStripping: CorpusSet = {
  name: 'email/reply-parser-cases',
  reach: 0.85,
  needs: ['email/reply-parser-cases.json'],
  async run(dir) {
    const root = join(dir, 'email');
    const parts = JSON.parse(
      await readFile(join(root, 'reply-parser-cases.json'), 'utf8'),
    ) as Parts;
    const tallies: Tally[] = [];
    for (const [part, cases] of Object.entries(parts)) {
      if (typeof cases !== 'string') {
        tallies.push({ ...(await tallyPart(root, part, cases)), reach: PART_REACH });
      }
    }
    const all: Tally = {
      check: 'overall',
      reach: 0.85,
      tried: tallies.reduce((sum, { tried }) => sum + tried, 0),
      agreed: tallies.reduce((sum, { agreed }) => sum + agreed, 0),
      misses: [],
    };
    return [...tallies, all];
  },
};
