import { safeLink } from './links.ts';
import { withoutHiddenCharacters } from './visible-text.ts';

const maxTextLength = 2_000_000;
const maxWordLength = 2000;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that may stand between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

const opening = /^[<([{"'«„“]+/;
const closing = /[>)\]}"'»“”.,:;!?…]+$/;
const webAddress = /^(?:https?:\/\/|www\.)[^\s<>"]+$/i;
const mailAddress =
  /^(?:mailto:)?[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}$/iu;

function addressOf(word: string): string | null {
  if (webAddress.test(word)) {
    return safeLink(word);
  }
  if (mailAddress.test(word)) {
    return safeLink(word.startsWith('mailto:') ? word : `mailto:${word}`);
  }
  return null;
}

/** An address ends before its sentence does, but keeps the bracket that belongs to it: …/Foo_(bar). */
function withoutSentenceMarks(word: string): string {
  const end = closing.exec(word)?.[0] ?? '';
  const bare = word.slice(0, word.length - end.length);
  return end.startsWith(')') && bare.includes('(') ? `${bare})` : bare;
}

function linked(word: string): string {
  if (word.length > maxWordLength || !/[@.]/.test(word)) {
    return escapeHtml(word);
  }
  const before = opening.exec(word)?.[0] ?? '';
  const middle = withoutSentenceMarks(word.slice(before.length));
  const href = middle === '' ? null : addressOf(middle);
  if (href === null) {
    return escapeHtml(word);
  }
  const after = word.slice(before.length + middle.length);
  const link = `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow">${escapeHtml(middle)}</a>`;
  return escapeHtml(before) + link + escapeHtml(after);
}

/** Plain text as safe HTML: line ends and spaces as they are, web and mail addresses as links. Linear in its length. */
export function textToHtml(text: string): string {
  const clean = withoutHiddenCharacters(text.slice(0, maxTextLength)).replaceAll(/\r\n?/g, '\n');
  return `<div style="white-space:pre-wrap">${clean.replaceAll(/\S+/g, linked)}</div>`;
}
