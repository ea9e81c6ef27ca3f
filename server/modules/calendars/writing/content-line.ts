const mostOctets = 75;
const encoder = new TextEncoder();

/** TEXT (RFC 5545 §3.3.11); what no text may hold is a space. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, String.raw`\n`)
    // oxlint-disable-next-line no-control-regex -- they are what is meant
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ');

/** Folded by octets, never within a character, with the end of line that is asked for (§3.1). */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [''];
  let octets = 0;
  for (const sign of `${name}:${value}`) {
    const size = encoder.encode(sign).length;
    if (octets + size > mostOctets) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += sign;
    octets += size;
  }
  return lines.map((line) => `${line}\r\n`).join('');
}
