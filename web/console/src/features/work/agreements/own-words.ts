/** Where somebody else's words begin, or one's own end: an older letter, a signature, the boast of a program. */
const endings: readonly RegExp[] = [
  /^(--|__+|—)$/,
  /^-{2,}\s*(original message|forwarded message|исходное сообщение|пересылаемое сообщение)/i,
  /^on .{6,120}wrote:$/i,
  /^.{0,160}(пишет|писала?|написала?|писал\(а\)|написал\(а\)):$/i,
  /^.{6,160}<[^<>\s]+@[^<>\s]+>:$/,
  /^(from|от|от кого):\s.*@/i,
  /^(с уважением|всего доброго|всего хорошего|с наилучшими|(best|kind|warm|with kind)?\s*regards|sincerely|yours (truly|sincerely|faithfully)|cheers)(?![\p{L}])/iu,
  /^(sent from my|sent from|get outlook|отправлено (из|с)|получите outlook)(?!\p{L})/iu,
];

const longestLine = 400;
const isEnd = (line: string): boolean => endings.some((form) => form.test(line));

/** Without what is quoted and what stands under the letter. */
export function ownWords(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => isEnd(line.slice(0, longestLine).trim()));
  const own = end < 0 ? lines : lines.slice(0, end);
  return own.filter((line) => !line.trimStart().startsWith('>')).join('\n');
}
