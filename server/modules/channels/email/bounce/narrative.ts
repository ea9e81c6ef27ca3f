import { addressesIn, type FoundAddress } from './address.ts';

/** A recipient named in words, with the lines said about it. */
export type NamedRecipient = { readonly address: string; readonly words: string };

const RECIPIENT_LIMIT = 200;
const WORDS_LIMIT = 30;

const opensLine = /^\s*(?:(?:[*>•-]|>>>|\d+[.)])\s*|[45]\d\d (?:[45]\.\d\.\d{1,3} )?)?["'<(]*$/;
const closesName = /^(?:["'>)\]]*\s*(?:$|[:;,([]|\.\.\.|<mailto:|\(|on\s|-\s|said|>|\[)|["'>)]+\s)/;
const named =
  /(?:recipients?|address(?:ed to|es)?|delivered? (?:mail |message )?to|deliver(?:y|ed|ing)?(?: your (?:mail|message))? to|message to|mail to|rcpt to|rcpt|user|mailbox|account|errors|for|to|получател\S{0,4}|адрес\S{0,4}|кому)\s*[:=]?\s*["'<(]*$/i;
const foreign =
  /(?:mail from|envelope-from|envelope sender|sender|from|message-id|contact|reply-to|postmaster|e-?mail us|support|mailto|http\S*)\s*[:=]?\s*["'<(]*$/i;

type Mention = FoundAddress & { readonly line: number; readonly rank: number };

const rankOf = (line: string, { start, end }: FoundAddress): number => {
  const before = line.slice(Math.max(0, start - 60), start);
  if (foreign.test(before)) {
    return 9;
  }
  if (opensLine.test(before) && start < 40) {
    return closesName.test(line.slice(end)) ? 1 : 2;
  }
  return named.test(before) ? 2 : 3;
};

const mentionsIn = (lines: readonly string[]): readonly Mention[] =>
  lines.flatMap((line, index) =>
    line.length > 2_000
      ? []
      : addressesIn(line).map((found) => ({ ...found, line: index, rank: rankOf(line, found) })),
  );

const isDaemon = (address: string): boolean =>
  /^(?:mailer-daemon|postmaster|abuse|double-bounce)@/i.test(address);

const bestMentions = (
  mentions: readonly Mention[],
  own: ReadonlySet<string>,
): readonly Mention[] => {
  const usable = mentions.filter(({ rank, address }) => rank < 9 && !isDaemon(address));
  const strangers = usable.filter(({ address }) => !own.has(address.toLowerCase()));
  for (const pool of [strangers, usable]) {
    const best = Math.min(...pool.map(({ rank }) => rank));
    const chosen = pool.filter(({ rank }) => rank === best);
    if (chosen.length > 0) {
      return chosen;
    }
  }
  return [];
};

/** Old sendmail prints what the server said above the line that names the recipient. */
const firstLineOf = (lines: readonly string[], mention: Mention): number => {
  let line = mention.line;
  while (
    line > 0 &&
    mention.line - line < 8 &&
    /^\s*(?:<<<|>>>)/.test(lines[line - 1] ?? '') &&
    /^[45]\d\d/.test(lines[mention.line] ?? '')
  ) {
    line -= 1;
  }
  return line;
};

/** Lines from the one that names the recipient to the one that names the next, without the recipients' names. */
const wordsFrom = (lines: readonly string[], mention: Mention, until: number): string => {
  const above = lines.slice(firstLineOf(lines, mention), mention.line);
  const [first = '', ...rest] = lines.slice(
    mention.line,
    Math.min(until, mention.line + WORDS_LIMIT),
  );
  return [...above, first.slice(mention.end).replace(/^[>:"')\s]+/, ''), ...rest].join('\n').trim();
};

/** Who did not get the letter, and the words about each, in a report written for people. */
export const recipientsInWords = (
  said: string,
  own: readonly string[],
): readonly NamedRecipient[] => {
  const lines = said.split('\n');
  const mentions = bestMentions(
    mentionsIn(lines).slice(0, 5_000),
    new Set(own.map((address) => address.toLowerCase())),
  );
  const byAddress = new Map<string, NamedRecipient>();
  for (const [index, mention] of mentions.slice(0, RECIPIENT_LIMIT * 5).entries()) {
    const key = mention.address.toLowerCase();
    const next = mentions
      .slice(index + 1)
      .find(({ line, address }) => line > mention.line && address.toLowerCase() !== key);
    const words = wordsFrom(lines, mention, next?.line ?? lines.length);
    const known = byAddress.get(key);
    if (known === undefined || known.words.length === 0) {
      byAddress.set(key, { address: mention.address, words });
    }
  }
  return [...byAddress.values()].slice(0, RECIPIENT_LIMIT);
};
