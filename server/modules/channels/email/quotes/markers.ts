const rule = String.raw`[\s>*]{0,8}(?:[-_=—–*]{2,}[\s>]*)`;
const closing = String.raw`\s*(?:[-_=—–*]{2,})?\s*:?\s*$`;

const original = new RegExp(
  `^${rule}(?:original[ -]message|original appointment|ursprüngliche (?:nachricht|e-mail|mail)|originalnachricht|message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oorspronkelijke bericht|исходное сообщение|оригинальное сообщение|исходное письмо|первоначальное сообщение|вихідне повідомлення|оригінальне повідомлення|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|původní e-mail|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|orijinal mesaj|eredeti üzenet|mesaj original|原始邮件|邮件原件|原始郵件|元のメッセージ|원본 메시지|reply message|in reply to)${closing}`,
  'u',
);

const forwarded = new RegExp(
  `^(?:${rule})?\\s*(?:begin forwarded message|forwarded message(?: follows)?|forwarded by .{1,80}|пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|пересылаемое письмо|пересланное письмо|начало (?:пересылаемого|переадресованного|пересланного) (?:сообщения|письма)|переслане повідомлення|перенаправлене повідомлення|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)|message transféré|début du message (?:transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|mensagem (?:reencaminhada|encaminhada)|messaggio (?:inoltrato|inoltrata)|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|przekazana wiadomość|wiadomość przekazana|přeposlaná zpráva|vidarebefordrat (?:brev|meddelande)|vidarebefordrat|videresendt (?:melding|meddelelse|besked)|välitetty viesti|iletilen (?:ileti|mesaj)|továbbított üzenet|转发的邮件|轉寄郵件|転送メッセージ|전달된 메시지)${closing}`,
  'u',
);

const LIMIT = 200;

/** `-----Original Message-----` in the words of many mail programs. */
export const isOriginalMarker = (text: string): boolean =>
  text.length <= LIMIT && original.test(text.toLowerCase());

/** `---------- Forwarded message ---------`, likewise. */
export const isForwardMarker = (text: string): boolean =>
  text.length <= LIMIT && forwarded.test(text.toLowerCase());

/** A line that is only drawn: dashes, underscores, equals signs, asterisks. */
export const isRule = (text: string): boolean =>
  text.length <= LIMIT && /^[\s*]*(?:[-_=—–*~#][\s]?){4,}\s*$/.test(text);

/** The mark of a signature (RFC 3676 §4.3), also where the space at its end got lost. */
export const isSignatureMark = (text: string): boolean =>
  /^\s{0,2}(?:--|—\s?—)\s*$/.test(text.slice(0, 20)) && text.length < 20;
