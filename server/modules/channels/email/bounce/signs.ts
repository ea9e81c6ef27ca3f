import type { Letter } from '../letter/letter.ts';

const first = (letter: Letter, name: string): string => letter.headers.get(name)?.at(0) ?? '';

/** Envelope sender `<>` (RFC 5321 §4.5.5), as the receiving server noted it. */
export const hasNullReturnPath = (letter: Letter): boolean =>
  /^\s*<?\s*>?\s*$/.test(letter.headers.get('return-path')?.at(0) ?? '-');

const daemonAddress =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|post[-_.]?master|mail[-_.]delivery[-_.]\S*|mdaemon|bounces?|double-bounce|mailerdaemon|mail-daemon|sysadmin|no-?reply|noreply|microsoftexchange\w*|.*-admin)(?:@|$)/i;
const daemonName =
  /mail(?:er)?[ ._-]?(?:delivery|deliver)|delivery (?:sub)?system|mailer[ -]daemon|mail (?:system|server|administrator)|postmaster|system administrator|mdaemon|ndr administrator|content-filter|interscan|служба доставки|почтовая система|почтовый сервер/i;

/** Sent by a machine that delivers mail, to judge by the name. */
export const fromDaemon = (letter: Letter): boolean => {
  const { address, name } = letter.from ?? { address: '', name: '' };
  return (
    daemonAddress.test(address) ||
    daemonName.test(name) ||
    (letter.from === null && hasNullReturnPath(letter)) ||
    (address === '' && daemonAddress.test(name.trim()))
  );
};

const failureSubject =
  /undeliver(?:able|ed)|not deliver|non[- ]?deliver|cannot (?:be )?(?:deliver|send)|could ?n[o']t be delivered|delivery (?:has )?(?:fail|status|notification|report|incomplete|problem|delay|error|subsystem)|delivery failure|(?:^|\s)deliver(?:y|ed)? (?:fail|stat)|mail (?:delivery )?(?:failed|failure|system error|error)|failure notice|returned (?:mail|to sender|e-?mail|message)|return receipt|message (?:delivery|status)|delayed mail|mail delivery|mail could not|warning: could not send|unable to deliver|error sending|bounce(?:d)? (?:mail|message|notice)?|postmaster notify|rejected (?:mail|message)|delivery (?:has )?failed|delivery to .{0,80}failed|sorry, your message could|host ?name lookup failure|message blocked|message you sent (?:was )?blocked|your (?:mail|message) (?:could|was|to)|не доставлен|недостав|невозможно доставить|ошибка доставки|сбой доставки|отчет о доставке|отчёт о доставке|уведомление о (?:доставке|недоставке)|не может быть доставлено|unzustellbar|nicht zugestellt|zustellung|échec|non remis|impossible de remettre|devuelto|no se ha podido entregar|mancata consegna|não entregue|配信|配送|エラー通知|送信できません|未達|退信|系统退信/i;

export const subjectTellsFailure = (letter: Letter): boolean =>
  failureSubject.test(letter.subject.slice(0, 400));

/** Unquoted words at the head of a report. Two hundred kinds of servers say one of these. */
const failureWords = new RegExp(
  [
    "(?:was|were|has|have|could|can|be|is|been)\\s?(?:not|n't)\\s+(?:be\\s+|able to\\s+|been\\s+)?(?:deliver|sent|relayed|receive|reach)",
    'cannot be (?:delivered|sent)|WAS NOT relayed|did not reach the following|did not receive this message|unable to deliver|undeliverable|non-?deliverable',
    "wasn't able to deliver|deliver(?:y|ing)[^\\n]{0,80} (?:has |have )?(?:failed|was aborted|delayed)|failed to (?:deliver|send)|error delivering|trouble delivering|message could not|couldn't be delivered",
    'The following (?:addresses|address|recipients?|message)[^\\n]{0,40} (?:had|have|has|failed|was|were|returned|did)|addresses? failed|permanent (?:fatal )?error|(?:mail )?delivery (?:error|problem|failure|status notification)|delivery (?:failed|errors)',
    'Error message below:|Error: Invalid user|rejected your message|Unknown user:|mailbox is full|user mailbox exceeds|Transcript of session|Failure Reasons|returned to (?:you|sender)',
    'message was created automatically by (?:the )?mail|SMTP error from remote|Remote host said|Reporting-MTA:|Final-Recipient:|Unrouteable address|------- ?server message',
    'не может быть доставлен|не (?:было|удалось|могло быть)? ?доставлен|не удалось доставить|невозможно доставить|создано автоматически сервером|письмо не доставлено|доставка [^\\n]{0,60} (?:не удалась|невозможна)',
    'konnte nicht zugestellt|nicht zustellbar|n.a pas pu être|n.a pu être remis|no se pudo entregar|no se ha podido entregar|non è stato possibile|não foi possível entregar',
    '配信できません|送信できません|送信に失敗|お届けでき|届けられません|無法|无法投递|退回',
    'You are not a member of this|group you tried to contact|may not exist, or you may not have permission|permission to post messages to the group',
  ].join('|'),
  'i',
);

export const wordsTellFailure = (said: string): boolean => {
  const head = said
    .split('\n')
    .filter((line) => !/^\s*>(?!>>)/.test(line))
    .slice(0, 80)
    .join('\n');
  return failureWords.test(head.slice(0, 6_000));
};

export const isReportType = (letter: Letter): boolean =>
  /multipart\/(?:report|x-report)|report-type\s*=/i.test(first(letter, 'content-type'));

export const isReadReceipt = (letter: Letter): boolean =>
  /disposition-notification/i.test(first(letter, 'content-type')) ||
  letter.reports.some(({ contentType }) => contentType === 'message/disposition-notification');

/** Written or forwarded by a person: a bounce that a customer sends on to ask about it is a question, not a bounce. */
export const fromPerson = (letter: Letter): boolean =>
  !fromDaemon(letter) &&
  !hasNullReturnPath(letter) &&
  !isReportType(letter) &&
  /^\s*(?:(?:re|fwd?|aw|wg|tr|rv|ответ|отв|пересл)\s*(?:\[\d+\])?\s*:)/i.test(letter.subject);

export const failedRecipientsHeader = (letter: Letter): string =>
  [...(letter.headers.get('x-failed-recipients') ?? [])].join(', ');
