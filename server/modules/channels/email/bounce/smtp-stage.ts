import type { SmtpStage } from './bounce.ts';

const stages: readonly (readonly [RegExp, SmtpStage])[] = [
  [
    // The last: where the recipient would stand there is none, so it was said when none was spoken of any more.
    /in reply to\s+(?:end of\s+)?DATA|\b55\d(?: 5\.\d\.\d)? : user unknown|after\s+(?:end of data|DATA|pipelined DATA)|SMTP command\s+DATA/i,
    'data',
  ],
  [
    /in reply to\s+RCPT|after\s+(?:pipelined\s+)?RCPT|does not like recipient|\[RCPT_TO\]|RCPT TO response|rejected address|address not found/i,
    'rcpt',
  ],
  [/in reply to\s+MAIL|after\s+(?:pipelined\s+)?MAIL FROM|sender was rejected/i, 'mail'],
  [
    /in reply to\s+(?:EHLO|HELO)|after\s+(?:EHLO|HELO|initial connection)|my name was rejected|refused to talk to me/i,
    'connect',
  ],
];

const stageOfCommand = (command: string): SmtpStage => {
  const verb = command.slice(0, 4).toUpperCase();
  if (verb === 'RCPT') {
    return 'rcpt';
  }
  if (verb === 'MAIL') {
    return 'mail';
  }
  return verb === 'DATA' ? 'data' : 'connect';
};

/**
 * With pipelining (RFC 2920) the refusal of the recipient is printed below `>>> DATA`;
 * that the server then had "no valid recipients" gives it away.
 */
const pipelined = /no valid recipients|need rcpt|RCPT first/i;

const stageOfTranscript = (text: string): SmtpStage => {
  let command: string | null = null;
  for (const line of text.split('\n')) {
    const sent = /^\s*(?:>>>|Sent\s+<<<)\s*([A-Za-z]{4}.*)$/.exec(line);
    if (sent !== null) {
      command = sent[1] ?? '';
    } else if (command !== null && /^\s*(?:<<<|Received\s+>>>)\s*[45]\d\d/.test(line)) {
      const stage = stageOfCommand(command);
      return stage === 'data' && pipelined.test(text) ? 'rcpt' : stage;
    }
  }
  return null;
};

/** At which command the server refused, as far as the report tells. */
export const smtpStageOf = (text: string): SmtpStage =>
  stages.find(([pattern]) => pattern.test(text))?.[1] ?? stageOfTranscript(text);
