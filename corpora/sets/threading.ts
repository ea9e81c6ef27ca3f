import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSubject } from '../../server/modules/channels/email/threading/base-subject.ts';
import { groupConversations } from '../../server/modules/channels/email/threading/group-conversations.ts';
import {
  threadKeys,
  type Referring,
} from '../../server/modules/channels/email/threading/thread-keys.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';

type Message = {
  readonly subject: string;
  readonly message_id: string;
  readonly references: readonly string[];
};
type Node = { readonly depth: number; readonly subject: string };
type Cases = {
  readonly base_subject: readonly {
    readonly input: string;
    readonly expected: string;
    readonly reply_depth: number;
  }[];
  readonly trees: readonly {
    readonly id: string;
    readonly messages: readonly Message[];
    readonly expected_tree: readonly Node[];
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly messages?: readonly Message[];
    readonly expected_groups?: readonly (readonly string[])[];
    readonly raw_headers?: string;
    readonly expected_references_set?: readonly string[];
  }[];
};
type Named = Referring & { readonly subject: string };
type Compare = ReturnType<typeof newTally>;

const CHAIN = 50_000;
const bare = (id: string): string => id.replaceAll(/[<>]/g, '');
const letterFrom = ({ message_id, references, subject }: Message): Named => ({
  messageId: bare(message_id),
  inReplyTo: [],
  references: references.map(bare),
  subject,
});
const sorted = (subjects: readonly string[]): string => subjects.toSorted().join(' | ');

const treesOf = (nodes: readonly Node[]): readonly (readonly string[])[] => {
  const trees: string[][] = [];
  for (const { depth, subject } of nodes) {
    if (depth === 0) {
      trees.push([]);
    }
    if (subject !== 'dummy') {
      trees.at(-1)?.push(subject);
    }
  }
  return trees;
};

/**
 * Trees as sets of subjects. A tree whose letters name no ids at all is joined by its subject alone, which a help desk
 * must not do: its letters are expected apart.
 */
const tryTree = (tree: Cases['trees'][number], tally: Compare): void => {
  const letters = tree.messages.map(letterFrom);
  const conversations = groupConversations(letters);
  const count = conversations.reduce((sum, { length }) => sum + length, 0);
  tally.agree(
    count === letters.length,
    () => `${tree.id}: ${letters.length} letters, ${count} in conversations`,
  );
  const found = new Set(
    conversations.map((conversation) => sorted(conversation.map(({ subject }) => subject))),
  );
  for (const subjects of treesOf(tree.expected_tree)) {
    const named = letters.filter(({ subject }) => subjects.includes(subject));
    const bySubject =
      subjects.length > 1 && named.every(({ references }) => references.length === 0);
    const agreed = bySubject
      ? subjects.every((subject) => found.has(subject))
      : found.has(sorted(subjects));
    tally.agree(
      agreed,
      () => `${tree.id}: no conversation ${sorted(subjects)}${bySubject ? ' apart' : ''}`,
    );
  }
};

const idsIn = (headers: string, name: string): readonly string[] =>
  Array.from(
    new RegExp(`^${name}:(.*)$`, 'im').exec(headers)?.[1]?.matchAll(/<([^<>]+)>/g) ?? [],
    ([, id = '']) => id,
  );

const tryGroup = (group: Cases['groups'][number], tally: Compare): void => {
  if (group.expected_groups !== undefined) {
    const found = groupConversations((group.messages ?? []).map(letterFrom)).map((conversation) =>
      sorted(conversation.map(({ messageId }) => messageId ?? '')),
    );
    const wanted = group.expected_groups.map(sorted);
    tally.agree(sorted(found) === sorted(wanted), () => `${group.id}: found ${sorted(found)}`);
  } else if (group.raw_headers !== undefined) {
    const headers = group.raw_headers;
    const found = threadKeys({
      messageId: idsIn(headers, 'Message-ID')[0] ?? null,
      inReplyTo: idsIn(headers, 'In-Reply-To'),
      references: idsIn(headers, 'References'),
    });
    tally.agree(
      sorted(found) === sorted(group.expected_references_set ?? []),
      () => `${group.id}: found ${sorted(found)}`,
    );
  } else {
    const chain = Array.from({ length: CHAIN }, (_, index) => ({
      messageId: `m${index}`,
      inReplyTo: index === 0 ? [] : [`m${index - 1}`],
      references: [],
    }));
    const found = groupConversations(chain);
    tally.agree(
      found.length === 1 && found[0]?.length === CHAIN,
      () => `${group.id}: ${found.length} conversations`,
    );
  }
};

/** Conversations by ids, base subjects, chains of any length. */
export const threading: CorpusSet = {
  name: 'email/threading',
  reach: 1,
  async run(dir) {
    const cases = JSON.parse(
      await readFile(join(dir, 'email', 'threading', 'threading-cases.json'), 'utf8'),
    ) as Cases;
    const tally = newTally();
    for (const { input, expected, reply_depth: depth } of cases.base_subject) {
      const found = readSubject(input);
      tally.agree(
        found.subject === expected && found.replyDepth === depth,
        () => `${input}: found ${found.subject}, ${found.replyDepth}`,
      );
    }
    for (const tree of cases.trees) {
      tryTree(tree, tally);
    }
    for (const group of cases.groups) {
      tryGroup(group, tally);
    }
    return tally.tally();
  },
};
