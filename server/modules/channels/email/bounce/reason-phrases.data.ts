import type { BounceReason } from './bounce.ts';

/** A reason and the phrases that tell it, separated by `|`. */
export type PhraseTable = readonly (readonly [BounceReason, string])[];

/**
 * Words of mail servers, lower case, by what they mean; the first reason with a match wins, so the more telling come
 * first ("user unknown, listed at …" is a block before it is an unknown user). Gathered from the documentation and the
 * sources of mail servers and from what large providers publish about their replies.
 */
export const tellingPhrases: PhraseTable = [
  [
    'refused',
    `
    recipient preferences | message filtered | recipient has been denied | recipient refused
    `,
  ],
  [
    'mailbox_full',
    `
    mailbox full | mailbox is full | mailbox size limit exceeded | mailbox would exceed | mailfolder is full |
    mailfold is full | over quota | overquota | quota exceeded | quota usage exceeded | usage exceeded | agotado |
    exceeded quota | exceeds quota | quota full | quota violation | quota limit | exceed the quota |
    exceeded the quota | exceeded its quota | exceeded your quota | exceeded storage | exceeded email quota |
    disk quota | storage quota | storage limit | out of storage | insufficient disk | no space left |
    mail box is full | inbox is full | inbox full | folder is full | account is full | maildir over |
    maildir delivery failed: user | quota is full | not enough disk space | mailbox exceeded | mailbox exceeds | mailbox has exceeded |
    too much mail data | has exceeded his/her | disk space limit | exceeded its inbox | user is over the quota |
    mailbox for user is full | too full | as their mailbox is full | is over their quota | insufficient storage |
    not enough storage | recipient storage full | limit of mailbox | shutoffquotaexceeded | ящик переполнен |
    ящика переполнен | переполнен почтовый | превышена квота | недостаточно места | превышен размер ящика |
    ящике закончилось место | почтовый ящик заполнен | メールボックスが一杯 | メールボックスがいっぱい | boîte pleine | boite pleine |
    quota dépassé | postfach voll | postfach ist voll | buzón lleno | casella piena | caixa cheia |
    skrzynka pełna | mailbox vol
    `,
  ],
  [
    'too_large',
    `
    message too large | message size exceeds | message is too large | message too big | message is too big |
    size limit exceeded | exceeded maximum inbound message size | max message size exceeded |
    message file too big | maximum message size | maximum size limit | exceeds fixed maximum |
    exceeds the maximum | message header size exceeds limit | line limit exceeded | message length exceeds |
    message size limit | recipsizelimit | sendersizelimit | size of the message | too large for this recipient |
    body too large | message larger than | email size | большой размер письма | слишком большое письмо |
    размер письма превышает | размер сообщения превышает | nachricht zu groß | message trop volumineux |
    message trop gros
    `,
  ],
  [
    'moved',
    `
    no longer on server | has moved | has been moved | has changed to | address changed | new address is |
    no longer valid address | has been replaced by
    `,
  ],
  [
    'relay_denied',
    `
    relay access denied | relaying denied | relay denied | relay not permitted | relaying not allowed |
    not permitted to relay | unable to relay | relaying prohibited | relay operation rejected |
    relaying is prohibited | relay not allowed | not allowed to relay | we do not relay | we don't relay |
    not a gateway | relaying mail to | insecure mail relay |
    mail server requires authentication when attempting to send to a non-local | not configured to relay |
    is not allowed relaying | must be authenticated to send | email address is not verified |
    specified domain is not allowed | that domain isn | no relaying | отправка через этот сервер запрещена
    `,
  ],
  [
    'content',
    `
    duplicate header | duplicated header
    `,
  ],
  [
    'authentication',
    `
    dmarc | spf record | spf check | spf policy | spf fail | sender policy framework | failed spf |
    fails to pass spf | spf -all | dkim | domainkeys | unauthenticated email | sender is unauthenticated |
    openspf. | spf-result | spf validation | authentication checks
    `,
  ],
  [
    'suspended',
    `
    mailbox disabled | ha expirado por falta de uso | account disabled | account is disabled |
    account has been disabled | account has been suspended | account suspended | account is suspended |
    account inactive | account is inactive | user suspended | mailbox is frozen | mailbox frozen |
    temporarily locked | account is temporarily | mailbox is inactive | mailbox temporarily disabled |
    mailbox currently suspended | invalid/inactive user | inactive user | inactive account | user is inactive |
    email account that you tried to reach is disabled | email account that you tried to reach is inactive |
    account is not active | has been deactivated | account has been deactivated | account deactivated |
    is a deactivated mailbox | recipient suspend | recipient has been suspended | not currently accepting mail |
    mailbox not active | account locked | is locked | recipient account is blocked | account is blocked |
    account expired | mailbox unavailable or access denied | boite du destinataire archivee | compte bloqué |
    discontinued | this account is being deleted | recipient is disabled | ящик отключен | ящик отключён |
    ящик заблокирован | аккаунт заблокирован | учётная запись отключена | учетная запись отключена |
    домен заблокирован | mailbox blocked | user is blocked | vdelivermail: account is locked
    `,
  ],
  [
    'unknown_user',
    `
    recipient address rejected: access denied | recipient address rejected: user unknown | recipnotfound |
    recipientnotfound | user unknown in
    `,
  ],
  [
    'host_unknown',
    `
    domain does not exist | no such domain | host unknown | unknown host | domain not found |
    domain name not found | домен не существует | домен не найден
    `,
  ],
  [
    'rate_limited',
    `
    connection frequency | frequency limited | too many connections | too many concurrent
    `,
  ],
  [
    'blocked',
    `
    reverse dns | ptr record | rdns | unverifyable sending ip | unverifiable sending ip | cdrbl |
    unwanted messages have been sent from
    `,
  ],
  [
    'sender_rejected',
    `
    sender address rejected | sender was rejected | sender rejected | domain of sender address |
    sender verify failed | sender domain | invalid sender | sender is not allowed | sender not allowed |
    sender denied | sender is spammer | sender blocked | blocked sender | sender address blocked | your sender |
    return path verification | from address | unknown sender | backscatter protection detected |
    not allowed to send from | your email address | mail from not owned | sender's address | envelope blocked |
    address rejected by sender | sender address has been blacklisted | sender unspecified | sender refused |
    not accept mail from | emetteur invalide | sender verification | no mail is accepted from you | reverse path |
    invalid domain, see | unroutable sender address | isn't a member | not authorized to send |
    permission to post | only members | are not a member | is not a member | not allowed to post | restricted to |
    not permitted to send | отправитель отклонен | отправитель отклонён | адрес отправителя отклонен
    `,
  ],
  [
    'blocked',
    `
    reverse dns | ptr record | no ptr | ptr resource | dns ptr | ip name lookup failed |
    cannot find your hostname | cannot find your reverse hostname | hostname does not match | fix your dns |
    rdns | mismatches client ip | valid sender domain | forward-confirmed | does not have a ptr | missing ptr |
    name lookup of sending | reverse hostname | ip address used to send | blacklist | black list | blocklist |
    block list | black-list | spamhaus | spamcop | sorbs.net | barracudacentral | dnsbl | rbl. | surbl | uribl |
    cbl.abuseat | is listed in | listed at | listed on | listed by | currently listed | is listed | senderbase |
    senderscore | ipremoval | poor reputation | bad reputation | low reputation | reputation | banned sending ip |
    your ip | invalid ip | ip address blocked | blocked ip | ip blocked | blocked by | blocked using |
    has been blocked | client host | client was blocked | your host | your server |
    your access to this mail system | your network | connection refused by | connections not accepted |
    dynamic ip | dynamic address | residential | dialup | dial-up | not accepted from | access from ip |
    ip is in | bad sender ip | use the smtp server of your | please use your isp | isp's mail server | helo |
    ehlo | my name was rejected | invalid domain name | service not available, closing | refused to talk to me |
    abuse | too many spams | too much spam | rejecting open proxy | open relay | adresse ip source bloquee |
    domain is blocked | bounceblocked | banned | unsolicited mail is being | originat | ip адрес | черном списке |
    чёрном списке | заблокирован по
    `,
  ],
  [
    'virus',
    `
    virus | malware | infected | trojan | вирус | clamav
    `,
  ],
  [
    'spam',
    `
    spam | unsolicited | bulk mail | junk mail | bulk email | spammy | looks like ube | identified as ube |
    unwanted | message was refused because of its content | score | blocked due to | phishing | спам |
    похоже на рассылку | cloudmark | content-filter | denied by the antispam | appears to be u | ofr_506 |
    content rejected because | mail appears | the content of this message looked like
    `,
  ],
  [
    'rate_limited',
    `
    too many connections | too many concurrent | too many sessions | too many messages | too many emails |
    too many mails | too many recipients | too many errors from | connection frequency | frequency limited |
    connection rate limit | rate limit | rate-limit | ratelimit | rate limited | throttl | sending limit |
    unexpected volume | try again later, closing | greylist | graylist | grey-list | grey listed | slow down |
    message rate | daily limit | hourly limit | limit exceeded | receiving mail too quickly |
    receiving mail at a rate | exceeded the rate | temporarily deferred | connection limit | превышен лимит |
    слишком много писем | слишком много сообщений
    `,
  ],
  [
    'accepts_no_mail',
    `
    does not accept mail | doesn't accept mail | does not accept e-mail | doesn't receive email | null mx |
    nullmx | no mx found | host does not accept | no mail server | does not receive mail | domain does not accept |
    smtp protocol returned a permanent error | no mx record | no mail hosts | mx points to | .invalid |
    accept no mail
    `,
  ],
  [
    'unknown_user',
    `
    user unknown | unknown user | no such user | unknown recipient | recipient unknown | recipient not found |
    user not found | user does not exist | user doesn't exist | does not exist | doesn't exist |
    no such recipient | no such mailbox | no such address | no such person | no mailbox here | no mailbox |
    no user | unknown address | unknown local | unknown account | unknown mailbox | unknown email |
    address unknown | account unknown | mailbox unknown | mailbox not found | mailbox does not exist |
    mailbox unavailable | account unavailable | mailbox invalid | invalid recipient | invalid mailbox |
    invalid user | invalid address | recipient invalid | recipient name is not recognized | not listed in |
    not our customer | check if address is correct | not a valid user | not a valid mailbox |
    not a valid recipient | not a known user | is not known | not known here | not found in directory |
    couldn't be found | could not be found | was not found | wasn't found | address not found |
    address wasn't found | user is unknown | doesn't have a | does not have a | doesn't have an |
    does not have an account | no account by that name | no account | not have an account |
    delivery to non-existent | non-existent | nonexistent | not recognized | bad destination mailbox |
    bad address | bad recipient | not in address book | mailnickname | no valid recipients | can't accept user |
    destination addresses were unknown | destination server rejected recipients | recipient is not |
    recipient no longer | no longer available | no longer with | no longer employed | has left the |
    account does not | this account is not allowed | no such e-mail | recipient does not exist |
    adresse destinataire invalide | destinataire inconnu | adresse inconnue | nobody by that name |
    said: 550-no such | empfänger unbekannt | unbekannter empfänger | benutzer unbekannt | existiert nicht |
    usuario desconocido | no existe | utente sconosciuto | non esiste | não existe | nie istnieje |
    пользователь не найден | пользователь неизвестен | нет такого пользователя | ящик не найден |
    ящик не существует | ящика не существует | адрес не существует | адреса не существует | несуществующ |
    получатель не найден | не найден получатель | нет такого ящика | нет такого адреса | недействительный адрес |
    неверный адрес получателя | 宛先不明 | 見つかりません | リストにありません | 存在しません
    `,
  ],
  [
    'host_unknown',
    `
    host unknown | unknown host | host not found | domain not found | domain name not found | no such domain |
    domain does not exist | unrouteable address | unroutable address | unrouteable mail domain | no such host |
    could not be resolved | domain must resolve | name or service not known | host name is unknown |
    hostname unknown | domain is not reachable | unknown domain | invalid domain | bad destination system |
    not a valid domain | domain lookup failed | nxdomain | couldn't find any host |
    couldn't find any host named | does not like the domain | nodename nor servname |
    all relevant mx records point to non-existent | name server: host not found | dns lookup failure |
    domain couldn't be found | домен не найден | домен не существует | unzustellbare domain
    `,
  ],
];
