import { safeFileName } from '../../../../kernel/file-name.ts';
import { judgeFiles } from '../../screening/file-rules.ts';
import type { Rules } from '../../screening/screening.ts';
import type { InboundEnvelope } from '../../schema.ts';
import type { Understood } from './understand.ts';

/**
 * What the company has said about such a writer and such files. Nothing is lost by it: the letter becomes a ticket
 * either way, and what is withheld stays in its raw source. What SPF and DMARC say only marks a letter: too many honest
 * senders fail them. The past, brought in on request, is taken as it is.
 */
export function screenLetter(
  { blockOf, files: policy }: Rules,
  envelope: InboundEnvelope,
  understood: Understood,
): Understood {
  if (envelope.history) {
    return understood;
  }
  const { files, letter, writer } = understood;
  const problems = judgeFiles(
    policy.mail,
    files.map(({ name, contentType, content }) => ({ name, contentType, size: content.length })),
  );
  return {
    ...understood,
    blocked: blockOf({ address: writer.address, subject: letter.subject }),
    files: files.filter((_file, at) => problems[at] === null),
    withheld: files.flatMap(({ name, content }, at) => {
      const reason = problems[at] ?? null;
      return reason === null
        ? []
        : [{ name: safeFileName(name) || 'file', size: content.length, reason }];
    }),
  };
}
