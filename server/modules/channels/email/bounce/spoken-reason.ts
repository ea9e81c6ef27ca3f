/** Words that Dovecot and other delivery agents put above the reason of a rejection (RFC 5429); their codes say less. */
const rejection = /\bwas automatically rejected\s*:\s*(\S[^\n]{0,400})/i;

/** Why a delivery agent rejected the letter, in its own words; '' when the report is of another kind. */
export const rejectionIn = (said: string): string => rejection.exec(said)?.[1]?.trim() ?? '';

const asked = /^\s*>>>\s*RCPT TO\s*:\s*<([^<>\s]{3,320})>/i;
const answered = /^\s*<<<\s*[45]\d\d/;

/**
 * What a server answered for a recipient, in the transcript of a session that stands somewhere in a returned letter:
 * some gateways say nothing themselves and attach the report of the server behind them. '' when there is none.
 */
export const transcriptAbout = (recipient: string, returned: string): string => {
  const lines = returned.split('\n');
  const at = lines.findIndex(
    (line, index) =>
      asked.exec(line)?.[1]?.toLowerCase() === recipient.toLowerCase() &&
      answered.test(lines[index + 1] ?? ''),
  );
  return at < 0 ? '' : lines.slice(at, at + 2).join('\n');
};
