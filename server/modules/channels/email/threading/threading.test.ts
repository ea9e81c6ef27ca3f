import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseSubject, readSubject } from './base-subject.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { groupConversations } from './group-conversations.ts';
import { replyToken, tokenOf, withToken } from './reply-token.ts';
import { subjectMark } from './subject-mark.ts';
import { threadKeys } from './thread-keys.ts';

const secret = 'a secret of the house';
const workspaceId = '01890000-0000-7000-8000-000000000001';
const ticketId = '01890000-0000-7000-8000-0000000000ab';

describe('the subject without its prefixes', () => {
  it.each([
    ['Re: Нет связи', 'Нет связи', 1],
    ['RE: Re: FW: Нет связи', 'Нет связи', 2],
    ['Отв: Ответ: Нет связи', 'Нет связи', 2],
    ['Fwd: [Fwd: invoice]', 'invoice', 0],
    ['AW: WG: Rechnung', 'Rechnung', 1],
    ['Re[3]: заявка', 'заявка', 3],
    ['[клиенты] Re: [клиенты] заявка (fwd)', 'заявка', 1],
    ['На: Пересл: счёт', 'счёт', 1],
    ['  Result:   of  work ', 'Result: of work', 0],
    ['Read: me', 'Read: me', 0],
    ['[срочно]', '[срочно]', 0],
    ['', '', 0],
  ])('%s', (input, subject, replyDepth) => {
    expect(readSubject(input)).toEqual({ subject, replyDepth });
  });

  it('stays what it is when read again, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (subject) => {
        expect(baseSubject(baseSubject(subject))).toBe(baseSubject(subject));
      }),
    );
  });
});

describe('the ids that a letter may answer', () => {
  it('begin with In-Reply-To and go back through References', () => {
    expect(
      threadKeys({ messageId: 'self', inReplyTo: ['c'], references: ['a', 'b', 'c', 'self', 'b'] }),
    ).toEqual(['c', 'b', 'a']);
  });

  it('are bounded', () => {
    const references = Array.from({ length: 5_000 }, (_, index) => `m${index}`);
    const keys = threadKeys({ messageId: null, inReplyTo: [], references });
    expect(keys).toHaveLength(50);
    expect(keys[0]).toBe('m4999');
  });
});

const mail = (messageId: string | null, ...references: string[]) => ({
  messageId,
  inReplyTo: [],
  references,
});
const sizes = (groups: readonly (readonly unknown[])[]): number[] =>
  groups.map(({ length }) => length).toSorted((x, y) => x - y);

describe('conversations of an import', () => {
  it('hold together by ids, also by one that is missing, and never by the subject', () => {
    const [a, b, c, d, e] = [
      mail('a'),
      mail('b', 'a'),
      mail('x', 'gone'),
      mail('y', 'gone'),
      mail(null),
    ] as const;
    expect(groupConversations([a, c, b, d, e])).toEqual([[a, b], [c, d], [e]]);
  });

  it('end when letters refer to each other in a circle', () => {
    expect(
      groupConversations([mail('a', 'b'), mail('b', 'c'), mail('c', 'a'), mail('d', 'd')]),
    ).toHaveLength(2);
  });

  it('lose and double no letter, and do not depend on the order', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const letter = fc.record({
      messageId: fc.option(id),
      inReplyTo: fc.array(id, { maxLength: 2 }),
      references: fc.array(id, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const forward = groupConversations(letters);
        expect(new Set(forward.flat())).toEqual(new Set(letters));
        expect(forward.flat()).toHaveLength(letters.length);
        expect(sizes(groupConversations(letters.toReversed()))).toEqual(sizes(forward));
      }),
    );
  });
});

describe('the reply token', () => {
  const token = replyToken.make(secret, { workspaceId, ticketId });

  it('names the ticket, also after a mail server changed its case', () => {
    const address = withToken('support@otklik.example', token) ?? '';
    expect(address).toMatch(/^support\+t\.[a-z2-7]{39}@otklik\.example$/);
    const found = tokenOf(['anna@firma.example', `Desk <${address.toUpperCase()}>`]);
    expect(found).toBe(token);
    expect(replyToken.read(secret, { workspaceId, token: found ?? '' })).toBe(ticketId);
  });

  it('is worthless in another workspace, with another secret, and with any letter changed', () => {
    expect(replyToken.read(secret, { workspaceId: ticketId, token })).toBeNull();
    expect(replyToken.read('other', { workspaceId, token })).toBeNull();
    // The last letter carries fewer bits than the others.
    for (let index = 0; index < token.length - 1; index += 1) {
      const changed =
        token.slice(0, index) + (token[index] === 'a' ? 'b' : 'a') + token.slice(index + 1);
      expect(replyToken.read(secret, { workspaceId, token: changed })).toBeNull();
    }
    expect(replyToken.read(secret, { workspaceId, token: 'short' })).toBeNull();
  });

  it('is not put into an address that would become too long for mail servers', () => {
    expect(withToken(`${'a'.repeat(40)}@otklik.example`, token)).toBeNull();
    expect(withToken('not-an-address', token)).toBeNull();
  });

  it('finds nothing where there is nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.emailAddress()), (addresses) => {
        expect(tokenOf(addresses)).toBeNull();
      }),
    );
  });

  it('is written in letters that give the octets back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBase32('a1')).toBeNull();
  });
});

describe('the mark in the subject', () => {
  const mark = subjectMark.make(secret, { workspaceId, number: 1042 });
  const read = (subject: string): number | null =>
    subjectMark.read(secret, { workspaceId, subject });

  it('is short and names the number through prefixes, blanks, dashes and case', () => {
    expect(mark).toMatch(/^\[#1042-[a-z2-7]{6}\]$/);
    const letters = mark.slice(7, 13);
    for (const subject of [
      `Re: ${mark} Нет связи`,
      `Нет связи [ # 1042 - ${letters.toUpperCase()} ]`,
      `[#10 42–${letters.slice(0, 3)} ${letters.slice(3)}]`,
    ]) {
      expect(read(subject)).toBe(1042);
    }
  });

  it('cannot be made up, nor taken to another number or workspace', () => {
    expect(read('[#1042-aaaaaa] a')).toBeNull();
    expect(read(mark.replace('1042', '1043'))).toBeNull();
    expect(subjectMark.read(secret, { workspaceId: ticketId, subject: mark })).toBeNull();
    expect(read('a [#1042] b')).toBeNull();
  });

  it('is found beside the mark of another desk, and can be taken away', () => {
    expect(read(`[#7-abcdef] ${mark} a`)).toBe(1042);
    expect(subjectMark.strip(`Re: ${mark} Нет связи`)).toBe('Re: Нет связи');
  });
});
