import type { FormTexts, Locale } from './schema.ts';

export const fieldProblems = [
  'required',
  'too_long',
  'not_email',
  'not_phone',
  'not_a_number',
  'not_a_date',
  'not_offered',
  'not_yes_no',
  'file_type',
  'file_size',
  'file_count',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

export const submissionProblems = [
  'check_fields',
  'too_fast',
  'expired',
  'used',
  'too_many',
  'too_large',
  'malformed',
  'unavailable',
  'offline',
] as const;
export type SubmissionProblem = (typeof submissionProblems)[number];

export type FormWords = {
  readonly defaults: FormTexts;
  readonly subject: string;
  readonly text: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly files: string;
  readonly filesHint: string;
  readonly optional: string;
  readonly either: string;
  readonly trap: string;
  readonly send: string;
  readonly sending: string;
  readonly another: string;
  readonly close: string;
  readonly open: string;
  readonly retry: string;
  readonly choose: string;
  readonly yes: string;
  readonly no: string;
  readonly number: string;
  readonly noNumber: string;
  readonly language: string;
  readonly filesAgain: string;
  readonly closedTitle: string;
  readonly closedText: string;
  readonly unknownTitle: string;
  readonly unknownText: string;
  readonly problem: Readonly<Record<FieldProblem | SubmissionProblem, string>>;
};

/** What a visitor reads. Both languages complete by their type. */
export const formWords: Readonly<Record<Locale, FormWords>> = {
  en: {
    defaults: {
      title: 'Write to us',
      intro: 'Describe what happened: we will answer as soon as we can.',
      success: 'Thank you! Your request has been received. Its number is {number}.',
    },
    subject: 'Subject',
    text: 'Message',
    name: 'Your name',
    email: 'E-mail',
    phone: 'Phone',
    files: 'Files',
    filesHint: 'Up to {count}, {size} MB each',
    optional: 'optional',
    either: 'Fill in at least one: e-mail or phone',
    trap: 'Leave this field empty',
    send: 'Send',
    sending: 'Sending…',
    another: 'Send another request',
    close: 'Close',
    open: 'Write to us',
    retry: 'Try again',
    choose: 'Choose…',
    yes: 'Yes',
    no: 'No',
    number: 'Number of your request: {number}',
    noNumber: 'Thank you! Your request has been received.',
    language: 'По-русски',
    filesAgain: 'If you attached files, choose them again.',
    closedTitle: 'This form is closed',
    closedText:
      'Requests are not taken here at the moment. Please write to the company in another way.',
    unknownTitle: 'There is no such form',
    unknownText: 'Check the address: perhaps the form has moved.',
    problem: {
      required: 'Fill in this field',
      too_long: 'This is too long',
      not_email: 'This does not look like an e-mail address',
      not_phone: 'This does not look like a phone number',
      not_a_number: 'Give a number, for example 12.5',
      not_a_date: 'Give a date',
      not_offered: 'Choose one of the offered',
      not_yes_no: 'Choose yes or no',
      file_type: 'Files of this type are not accepted: {name}',
      file_size: 'The file is too large: {name}',
      file_count: 'Too many files',
      check_fields: 'Not sent yet: please check the marked fields.',
      too_fast: 'That was very quick. Please press “Send” once more.',
      expired: 'The page has been open for a long time. Please press “Send” once more.',
      used: 'This form has been sent already. To send what you have changed, press “Send” once more.',
      too_many: 'Too many requests from your network. Please try again in {minutes} min.',
      too_large: 'Too much at once: please send fewer or smaller files.',
      malformed: 'The form did not arrive whole. Please try once more.',
      unavailable:
        'It cannot be sent right now. Your text is still here: please try again in a minute.',
      offline: 'No connection. Your text is kept and will be sent when the connection is back.',
    },
  },
  ru: {
    defaults: {
      title: 'Напишите нам',
      intro: 'Опишите, что случилось: ответим, как только сможем.',
      success: 'Спасибо! Обращение принято. Его номер\u00A0— {number}.',
    },
    subject: 'Тема',
    text: 'Сообщение',
    name: 'Ваше имя',
    email: 'Электронная почта',
    phone: 'Телефон',
    files: 'Файлы',
    filesHint: 'До {count}, каждый до {size}\u00A0МБ',
    optional: 'необязательно',
    either: 'Заполните хотя бы одно: почту или телефон',
    trap: 'Оставьте это поле пустым',
    send: 'Отправить',
    sending: 'Отправляем…',
    another: 'Отправить ещё одно обращение',
    close: 'Закрыть',
    open: 'Напишите нам',
    retry: 'Повторить',
    choose: 'Выберите…',
    yes: 'Да',
    no: 'Нет',
    number: 'Номер обращения: {number}',
    noNumber: 'Спасибо! Обращение принято.',
    language: 'In English',
    filesAgain: 'Если прикладывали файлы, выберите их ещё раз.',
    closedTitle: 'Форма закрыта',
    closedText:
      'Сейчас обращения здесь не принимают. Пожалуйста, свяжитесь с\u00A0компанией другим способом.',
    unknownTitle: 'Такой формы нет',
    unknownText: 'Проверьте адрес: возможно, форма переехала.',
    problem: {
      required: 'Заполните это поле',
      too_long: 'Слишком длинно',
      not_email: 'Это не похоже на адрес электронной почты',
      not_phone: 'Это не похоже на номер телефона',
      not_a_number: 'Укажите число, например 12,5',
      not_a_date: 'Укажите дату',
      not_offered: 'Выберите один из\u00A0вариантов',
      not_yes_no: 'Выберите: да или нет',
      file_type: 'Файлы такого типа не принимаются: {name}',
      file_size: 'Файл слишком большой: {name}',
      file_count: 'Слишком много файлов',
      check_fields: 'Ещё не отправлено: проверьте отмеченные поля.',
      too_fast: 'Получилось очень быстро. Нажмите «Отправить» ещё раз.',
      expired: 'Страница долго была открыта. Нажмите «Отправить» ещё раз.',
      used: 'Эта форма уже отправлена. Чтобы отправить изменённый текст, нажмите «Отправить» ещё раз.',
      too_many: 'Слишком много обращений из\u00A0вашей сети. Попробуйте через {minutes}\u00A0мин.',
      too_large: 'Слишком много сразу: пришлите меньше файлов или файлы поменьше.',
      malformed: 'Форма дошла не\u00A0целиком. Попробуйте ещё раз.',
      unavailable:
        'Сейчас отправить не\u00A0получается. Текст на\u00A0месте: попробуйте через минуту.',
      offline: 'Нет связи. Текст сохранён и\u00A0уйдёт, когда связь появится.',
    },
  },
};

export const fill = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
