import type { BounceReason } from './bounce.ts';

/** What a person reads beside a message that did not arrive. */
export const reasonWords: Readonly<
  Record<BounceReason, { readonly ru: string; readonly en: string }>
> = {
  mailbox_full: { ru: 'ящик получателя переполнен', en: "the recipient's mailbox is full" },
  unknown_user: { ru: 'такого адреса нет', en: 'there is no such address' },
  moved: { ru: 'получатель сменил адрес', en: 'the recipient has moved to another address' },
  suspended: { ru: 'ящик получателя отключён', en: "the recipient's mailbox is switched off" },
  host_unknown: {
    ru: 'домена из адреса не существует',
    en: 'the domain of the address does not exist',
  },
  accepts_no_mail: {
    ru: 'домен из адреса не принимает почту',
    en: 'the domain of the address accepts no mail',
  },
  refused: {
    ru: 'сервер получателя отказался принять письмо',
    en: "the recipient's server refused the message",
  },
  blocked: {
    ru: 'сервер получателя не принимает почту с нашего сервера',
    en: "the recipient's server accepts no mail from our server",
  },
  sender_rejected: { ru: 'адрес отправителя отклонён', en: 'the sender address was rejected' },
  authentication: {
    ru: 'письмо не прошло проверку подлинности (SPF, DKIM или DMARC)',
    en: 'the message failed authentication (SPF, DKIM or DMARC)',
  },
  relay_denied: {
    ru: 'сервер не пересылает почту на этот адрес',
    en: 'the server does not relay mail to this address',
  },
  spam: { ru: 'письмо сочли спамом', en: 'the message was taken for spam' },
  virus: { ru: 'в письме нашли вирус', en: 'a virus was found in the message' },
  too_large: { ru: 'письмо слишком большое', en: 'the message is too large' },
  content: {
    ru: 'сервер не принял содержимое письма',
    en: 'the server did not accept the content of the message',
  },
  policy: {
    ru: 'письмо отклонено правилами получателя',
    en: "the message was rejected by the recipient's policy",
  },
  rate_limited: {
    ru: 'слишком много писем за короткое время',
    en: 'too many messages in a short time',
  },
  expired: {
    ru: 'письмо не удалось доставить за отведённое время',
    en: 'the message could not be delivered in time',
  },
  network: {
    ru: 'не удалось связаться с сервером получателя',
    en: "the recipient's server could not be reached",
  },
  server_error: { ru: 'ошибка на сервере получателя', en: "an error on the recipient's server" },
  other: { ru: 'причина не указана', en: 'no reason was given' },
};
