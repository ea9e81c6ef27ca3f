import type { PhraseTable } from './reason-phrases.data.ts';

/** Words that can be said of many things: asked after the codes, in the same way. */
export const vaguePhrases: PhraseTable = [
  [
    'policy',
    `
    policy | protocol violation | not rfc | rfc compliant | rfc 5322 | rfc 2822 | rfc5322 | rfc2822 | security |
    authentication required | authrequired | starttls | must issue | tls | unauthenticated senders | potential |
    suspicious | prohibited | not allowed | disallowed | transaction failed | multiple addresses in from |
    from header | access denied | not authenticated | permission denied | not permitted | closed mailing list |
    denied by | administratively | administrative prohibition | rejected by local | not authorized |
    unauthorized | политик | запрещено
    `,
  ],
  [
    'content',
    `
    content | duplicate header | header | attachment | executable | 8-bit data | bare lf | bare cr | malformed |
    charset | encoding | improper use | unsupported | message rejected | вложени | содержим
    `,
  ],
  [
    'expired',
    `
    retry timeout exceeded | retry time not reached | message expired | expired | in the queue too long |
    delivery time expired | cannot send message for | cannot send message within | could not send message for |
    could not be delivered for | not been delivered after | within the time | delivery attempts |
    giving up after | multiple retries | unable to deliver in | has been in the queue | was not delivered within |
    not delivered within | aborted after | timed out | timeout | time out | too long | delivery incomplete |
    temporary problem | temporary error | try again later | still trying | is delayed | has been delayed |
    not responding | could not be delivered within | lmtp connect | retry | истекло время | истек срок |
    истёк срок | время ожидания
    `,
  ],
  [
    'network',
    `
    connection refused | connection reset | connection lost | lost connection | connection dropped |
    no route to host | network is unreachable | network unreachable | network error | could not connect |
    unable to connect | failed to connect | connection failed | connect to | establish an smtp connection |
    too many hops | hop count | routing loop | mail loop | loop detected | mail loops | loops back | loop: |
    dns error | host is down | did not accept our requests | bad file descriptor | server dropped | соединени |
    name service error
    `,
  ],
  [
    'server_error',
    `
    duplicated message-id | internal error | internal system error | system error | server error | local error | local configuration |
    service unavailable | service currently unavailable | service not available | configuration error |
    system resources | out of memory | insufficient system | system is full | temporary failure | mail system |
    unix | pipe to | command died | transport failed | exited with | child crashed | could not load | alias |
    can not | cannot create | operation failed | processing error | proxy session | protocol error |
    aliasing/forwarding loop | service refused | try later | внутренняя ошибка
    `,
  ],
  [
    'unknown_user',
    `
    recipient address rejected | address rejected | recipient rejected | address error
    `,
  ],
  [
    'refused',
    `
    google groups | rejected | rejete | refused | refuse | denied | not accepted | отклонен | отклонён |
    отказано
    `,
  ],
];
