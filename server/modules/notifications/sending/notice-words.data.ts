/** Sentences of notices, for letters and calls. Without a name the second one. */
type Sentence = readonly [withName: string, without: string];

const same = (text: string): Sentence => [text, text];

export const noticeWords: Readonly<Record<'en' | 'ru', Readonly<Record<string, Sentence>>>> = {
  en: {
    assigned: ['{name} has given you the ticket', 'The ticket is yours now'],
    'handed-over': ['{name} has taken the ticket over from you', 'The ticket is no longer yours'],
    'new-in-team': ['{name} has opened a ticket in your team', 'A new ticket in your team'],
    'customer-wrote': ['{name} has written in your ticket', 'The customer has written'],
    'followed-customer-wrote': [
      '{name} has written in a ticket that you follow',
      'The customer has written in a ticket that you follow',
    ],
    noted: ['{name} has left a note in your ticket', 'A note in your ticket'],
    'followed-noted': [
      '{name} has left a note in a ticket that you follow',
      'A note in a ticket that you follow',
    ],
    mention: ['{name} calls you into a note', 'You are called into a note'],
    reminder: same('You wanted to be reminded'),
    'task-assigned': ['{name} has given you a task', 'A task is yours to do'],
    'task-due': same('Your task is due'),
    'letter-not-sent': same('An answer has not arrived'),
    'planned-not-sent': same('Your planned answer was not sent'),
    'sla-warned': same('{target}: time is running out'),
    'sla-breached': same('{target}: the time is over'),
    'team-sla-warned': same('{target}: time is running out in your team'),
    'team-sla-breached': same('{target}: the time is over in your team'),
    escalated: same('Escalation, step {step}: the ticket needs you'),
    rule: ['The rule “{name}” tells you', 'A rule tells you'],
    approval: ['{name} asks for your approval', 'Your approval is asked for'],
    'approval-approved': same('Your question is approved'),
    'approval-rejected': same('Your question is rejected'),
    'approval-expired': same('The time for the approval you asked for is over'),
    'approval-not-sent': same('The letter that asks for approval has not arrived'),
    'letter-delayed': same('An answer still has not left: the mail server does not take it'),
    'rule-failed': [
      'The rule “{name}” was not carried out to the end',
      'A rule was not carried out to the end',
    ],
    'recurrence-failed': [
      'No ticket could be opened by the schedule of “{name}”',
      'No ticket could be opened by a schedule',
    ],
    'channel-trouble': ['The mailbox {name} cannot be reached', 'A mailbox cannot be reached'],
    'letter-quarantined': same('A letter could not be understood and waits in quarantine'),
    'notification-failed': same('A notification has not reached anybody'),
    'reply-not-taken': same('Your answer to a notice was not taken: write in the ticket'),
  },
  ru: {
    assigned: ['{name}: заявка передана вам', 'Заявка теперь ваша'],
    'handed-over': ['{name}: у\u00A0вас забрали заявку', 'Заявка больше не\u00A0ваша'],
    'new-in-team': [
      '{name}: новая заявка в\u00A0вашей команде',
      'Новая заявка в\u00A0вашей команде',
    ],
    'customer-wrote': ['{name}: новое сообщение в\u00A0вашей заявке', 'Клиент написал'],
    'followed-customer-wrote': [
      '{name}: новое сообщение в\u00A0заявке, за\u00A0которой вы следите',
      'Клиент написал в\u00A0заявке, за\u00A0которой вы следите',
    ],
    noted: ['{name}: заметка в\u00A0вашей заявке', 'Заметка в\u00A0вашей заявке'],
    'followed-noted': [
      '{name}: заметка в\u00A0заявке, за\u00A0которой вы следите',
      'Заметка в\u00A0заявке, за\u00A0которой вы следите',
    ],
    mention: ['{name} зовёт вас в\u00A0заметку', 'Вас зовут в\u00A0заметку'],
    reminder: same('Вы просили напомнить'),
    'task-assigned': ['{name} поручает вам задачу', 'Вам поручена задача'],
    'task-due': same('Подошёл срок вашей задачи'),
    'letter-not-sent': same('Ответ не\u00A0дошёл'),
    'planned-not-sent': same('Ваш запланированный ответ не\u00A0отправлен'),
    'sla-warned': same('{target}: время на\u00A0исходе'),
    'sla-breached': same('{target}: время вышло'),
    'team-sla-warned': same('{target}: время на\u00A0исходе, заявка вашей команды'),
    'team-sla-breached': same('{target}: время вышло, заявка вашей команды'),
    escalated: same('Эскалация, шаг {step}: нужны вы'),
    rule: ['Правило «{name}» сообщает', 'Сообщение правила'],
    approval: ['{name} просит вашего согласования', 'Нужно ваше согласование'],
    'approval-approved': same('Ваш вопрос согласован'),
    'approval-rejected': same('В\u00A0согласовании отказано'),
    'approval-expired': same('Срок согласования, о\u00A0котором вы просили, вышел'),
    'approval-not-sent': same('Письмо с\u00A0просьбой о\u00A0согласовании не\u00A0дошло'),
    'letter-delayed': same('Ответ всё ещё не\u00A0ушёл: почтовый сервер его не\u00A0принимает'),
    'rule-failed': [
      'Правило «{name}» выполнено не\u00A0до\u00A0конца',
      'Правило выполнено не\u00A0до\u00A0конца',
    ],
    'recurrence-failed': [
      'По\u00A0расписанию «{name}» не\u00A0удалось открыть заявку',
      'По\u00A0расписанию не\u00A0удалось открыть заявку',
    ],
    'channel-trouble': ['Нет связи с\u00A0ящиком {name}', 'Нет связи с\u00A0почтовым ящиком'],
    'letter-quarantined': same('Письмо не\u00A0удалось разобрать, оно в\u00A0карантине'),
    'notification-failed': same('Уведомление ни\u00A0до\u00A0кого не\u00A0дошло'),
    'reply-not-taken': same('Ваш ответ на\u00A0уведомление не\u00A0принят: напишите в\u00A0заявке'),
  },
};

export const targetWords: Readonly<Record<'en' | 'ru', Readonly<Record<string, string>>>> = {
  en: {
    first_response: 'First response',
    next_response: 'Next response',
    update: 'Update',
    resolution: 'Resolution',
    '': 'Promise',
  },
  ru: {
    first_response: 'Первый ответ',
    next_response: 'Следующий ответ',
    update: 'Обновление',
    resolution: 'Решение',
    '': 'Обещанный срок',
  },
};

export const letterWords = {
  en: {
    several: (n: number): string => (n === 1 ? '1 notice' : `${n} notices`),
    more: (n: number): string => `… and ${n} more`,
    open: 'Open the ticket',
    look: 'Have a look',
    why: 'You are told of this by your own settings: Settings → My notifications.',
    noAnswers: 'Answers to this letter are not read: answer in the ticket.',
  },
  ru: {
    several: (n: number): string =>
      `${n} ${pluralRu(n, 'уведомление', 'уведомления', 'уведомлений')}`,
    more: (n: number): string => `… и\u00A0ещё ${n}`,
    open: 'Открыть заявку',
    look: 'Посмотреть',
    why: 'Так настроено у\u00A0вас: Настройки → Мои уведомления.',
    noAnswers: 'Ответы на\u00A0это письмо никто не\u00A0прочтёт: отвечайте в\u00A0заявке.',
  },
};

function pluralRu(n: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules('ru').select(n);
  return form === 'one' ? one : form === 'few' ? few : many;
}
