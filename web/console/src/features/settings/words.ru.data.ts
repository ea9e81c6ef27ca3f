import { meanwhile } from './meanwhile-words.ru.data.ts';
import { roles, teams } from './team-words.ru.data.ts';
import { action, audit, auditField, auditValue } from './audit/audit-words.ru.data.ts';
import { auditSection, removalSaid, removalsSection } from './removals/removal-words.ru.data.ts';
import { calendars, calendarsSection } from './calendars/calendar-words.ru.data.ts';
import { forms } from './forms/form-words.ru.data.ts';
import { demo, help } from './help-words.ru.data.ts';
import { mail } from './mail-words.ru.data.ts';
import { mailboxes } from './mailbox-words.ru.data.ts';
import { attachments, blocking } from './screening/screening-words.ru.data.ts';
import { attention } from './profile/attention-words.ru.data.ts';
import { availabilitySection } from './availability/availability-section.ru.data.ts';
import { slaSection } from './sla/sla-section.ru.data.ts';
import { orderSections } from './workflow/sections.ru.data.ts';
import { toldSections } from './notices/told-section.ru.data.ts';
import { scriptsSection } from './scripts/scripts-section.ru.data.ts';
import { permission, permissionGroup } from './permission-words.ru.data.ts';
import { macros, signatures, templates } from './template-words.ru.data.ts';

export const settings = {
  title: 'Настройки',
  notFound: 'Такого раздела нет или у\u00A0вас нет к\u00A0нему доступа',
  back: 'К\u00A0настройкам',
  save: 'Сохранить',
  saved: 'Сохранено',
  meanwhile,
  cancel: 'Отмена',
  edit: 'Изменить',
  remove: 'Удалить',
  ...removalSaid,
  add: 'Добавить',
  totpRequired: 'Компания требует второй фактор. Включите его ниже, чтобы продолжить работу.',
  firstSteps: 'Первые шаги',
  group: { own: 'Вы', mail: 'Почта', company: 'Компания' },
  section: {
    ...toldSections,
    rules: {
      title: 'Правила',
      text: 'Что происходит с\u00A0заявками само: по\u00A0событию или по\u00A0времени.',
    },
    lab: {
      title: 'Лаборатория',
      text: 'Изменение правил, распределения или сроков, проверенное на\u00A0вашем прошлом до\u00A0того, как его включат.',
    },
    routing: {
      title: 'Распределение',
      text: 'Какой команде и\u00A0какому сотруднику достаётся заявка, кто что умеет и\u00A0у\u00A0кого сколько в\u00A0работе.',
    },
    profile: { title: 'Мой профиль', text: 'Имя, язык, тема и\u00A0безопасность вашего входа.' },
    tokens: {
      title: 'Ключи API',
      text: 'Доступ для программ: отдельный ключ с\u00A0нужными правами и\u00A0сроком.',
    },
    channels: {
      title: 'Почтовые ящики',
      text: 'Письма из\u00A0этих ящиков становятся заявками, ответы уходят через них\u00A0же.',
    },
    signatures: {
      title: 'Подписи',
      text: 'Что стоит под ответом, когда он уходит письмом: у\u00A0каждой команды своё.',
    },
    templates: {
      title: 'Шаблоны',
      text: 'Готовые ответы. В\u00A0заявке их выбирают знаком «/» или клавишей M.',
    },
    macros: {
      title: 'Макросы',
      text: 'Несколько действий и\u00A0ответ одной клавишей: D в\u00A0заявке или палитра.',
    },
    scripts: scriptsSection,
    ticketTemplates: {
      title: 'Шаблоны заявок',
      text: 'Заявки, которые открывают снова и\u00A0снова: вручную или сами, по\u00A0расписанию.',
    },
    sla: slaSection,
    availability: availabilitySection,
    ...orderSections,
    calendars: calendarsSection,
    letters: {
      title: 'Карантин',
      text: 'Письма, которые не\u00A0удалось разобрать. Остальные они не\u00A0задерживают.',
    },
    forms: { title: 'Формы', text: 'Обращения со\u00A0своей страницы и\u00A0с\u00A0вашего сайта.' },
    spam: {
      title: 'Спам и\u00A0блокировка',
      text: 'Чьи письма и\u00A0формы попадают в\u00A0спам и\u00A0сколько он хранится.',
    },
    attachments: {
      title: 'Вложения',
      text: 'Какие файлы можно прислать в\u00A0письме и\u00A0через форму.',
    },
    users: { title: 'Сотрудники', text: 'Кто работает в\u00A0Отклике и\u00A0с\u00A0какой ролью.' },
    teams: {
      title: 'Команды',
      text: 'Линии поддержки и\u00A0их участники. Заявку можно отдать команде целиком.',
    },
    roles: {
      title: 'Роли и\u00A0права',
      text: 'Что можно каждой роли. Встроенные роли неизменны, свои создавайте какие угодно.',
    },
    categories: {
      title: 'Категории и\u00A0теги',
      text: 'Дерево тем, по\u00A0которым разбирают заявки.',
    },
    time: {
      title: 'Время и\u00A0стоимость',
      text: 'Сколько стоит час работы и\u00A0выгрузка записанного времени.',
    },
    workspace: { title: 'Рабочее пространство', text: 'Общее для всей компании.' },
    demo: {
      title: 'Демо-компания',
      text: 'Придуманная компания: осмотреться и\u00A0всё попробовать.',
    },
    ...removalsSection,
    ...auditSection,
  },
  attention,
  profile: {
    own: 'О\u00A0вас',
    name: 'Имя',
    language: 'Язык',
    theme: 'Тема',
    password: 'Пароль',
    passwordText: 'После смены пароля вход на\u00A0других устройствах закроется.',
    currentPassword: 'Текущий пароль',
    nextPassword: 'Новый пароль',
    changePassword: 'Сменить пароль',
    passwordChanged: 'Пароль изменён',
  },
  totp: {
    title: 'Второй фактор',
    text: 'Код из\u00A0приложения-аутентификатора вместе с\u00A0паролем. Украденного пароля тогда мало.',
    on: 'Второй фактор включён',
    begin: 'Включить',
    scanNow: 'Теперь отсканируйте код приложением',
    picture: 'QR-код для приложения-аутентификатора',
    byHand: 'Отсканируйте код приложением. Если не\u00A0получается, введите ключ вручную:',
    code: 'Шесть цифр из\u00A0приложения',
    confirm: 'Подтвердить',
    codes: 'Коды восстановления',
    codesText:
      'Сохраните коды восстановления: каждый впустит вас один раз без телефона. Больше мы их не\u00A0покажем.',
    switchOff: 'Выключить',
    switchedOff: 'Второй фактор выключен',
  },
  sessions: {
    title: 'Где вы вошли',
    current: 'Это устройство',
    unknown: 'Неизвестное устройство',
    end: 'Завершить',
    endOthers: 'Завершить все остальные',
    endedOthers: 'Остальные входы завершены',
  },
  ...mailboxes,
  users: {
    add: 'Добавить сотрудника',
    totp: 'Второй фактор',
    inactive: 'Отключён',
    name: 'Имя и\u00A0фамилия',
    email: 'Почта для входа',
    role: 'Роль',
    password: 'Первый пароль',
    newPassword: 'Новый пароль (если нужно)',
    teams: 'Команды',
    active: 'Может входить',
    totpOff: 'Выключить второй фактор',
    totpOffQuestion:
      'Потеряны телефон и\u00A0резервные коды? {{name}} войдёт только по\u00A0паролю и\u00A0сможет настроить второй фактор заново.',
    totpOffDone: 'Второй фактор выключен',
    needName: 'Укажите имя',
    needEmail: 'Укажите адрес почты',
    needRole: 'Выберите роль',
    needPassword: 'Не\u00A0короче 8\u00A0знаков',
  },
  teams,
  roles,
  permissionGroup,
  permission,
  templates,
  macros,
  calendars,
  signatures,
  categories: {
    name: 'Название категории',
    parent: 'Внутри категории',
    root: 'В\u00A0корне',
    empty: 'Категорий пока нет',
    emptyText: 'Категории помогают увидеть, о\u00A0чём пишут клиенты.',
    needName: 'Укажите название',
  },
  tags: {
    title: 'Теги',
    text: 'Теги появляются сами, когда их ставят на\u00A0заявки. Число\u00A0— сколько заявок с\u00A0тегом.',
    empty: 'Тегов пока нет.',
  },
  time: {
    currency: 'Валюта',
    hourly: 'Час работы',
    hourlyHint:
      'Для ролей без своей ставки. Новая ставка действует для времени, записанного с\u00A0этого момента.',
    ofRole: 'Час работы: {{name}}',
    needAmount: 'Укажите сумму, например 1200,50',
    needCurrency: 'Три буквы, например RUB',
    export: 'Выгрузка времени',
    from: 'С',
    to: 'По',
    needSpan: 'Конец раньше начала',
    download: 'Скачать CSV',
  },
  workspace: {
    name: 'Название компании',
    locale: 'Язык компании',
    localeHint: 'Для новых сотрудников и\u00A0писем клиентам.',
    timeZone: 'Часовой пояс',
    timeZoneHint: 'По\u00A0нему показывается время во\u00A0всех заявках.',
    answersPerHour: 'Автоответов одному адресу в\u00A0час',
    answersHint: 'Больше этого один адрес не\u00A0получит: так останавливаются петли писем.',
    requireTotp: 'Требовать второй фактор',
    requireTotpHint: 'Без него сотрудник сможет только включить его.',
    needName: 'Укажите название',
    needNumber: 'Нужно число',
  },
  tokens: {
    name: 'Для чего ключ',
    until: 'Действует до\u00A0(необязательно)',
    make: 'Создать ключ',
    made: 'Ключ создан',
    once: 'Скопируйте ключ сейчас: больше мы его не\u00A0покажем.',
    kept: 'Я сохранил ключ',
    empty: 'Ключей пока нет',
    emptyText: 'Ключ нужен, чтобы другая программа работала с\u00A0заявками через API.',
    validUntil: 'Действует до',
    forever: 'Бессрочный',
    lastUsed: 'использован',
    revoke: 'Отозвать',
    revoked: 'Ключ отозван',
    revokeQuestion: 'Отозвать ключ? Программы с\u00A0ним сразу потеряют доступ.',
    needName: 'Напишите, для чего ключ',
    needScopes: 'Выберите хотя\u00A0бы одно право',
  },
  audit,
  action,
  auditField,
  auditValue,
  mail,
  help,
  demo,
  forms,
  blocking,
  attachments,
};
