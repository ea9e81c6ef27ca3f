export const userWords = {
  en: {
    usage: `otklik user list
otklik user add EMAIL --name NAME [--role agent] [--password PASSWORD]
otklik user password EMAIL [--password PASSWORD]
otklik user role EMAIL ROLE      administrator, lead, agent, observer or the name of an own role
otklik user deactivate EMAIL
otklik user activate EMAIL
otklik user sign-out EMAIL       ends all sessions
otklik user totp-off EMAIL       for somebody who lost the second factor
With several workspaces add --workspace SLUG. Without --password one is made and shown once.
`,
    whichWorkspace: 'There are several workspaces; add --workspace and one of: ',
    noWorkspace: 'There is no such workspace. Set one up first: otklik setup',
    noUser: 'Nobody here has this address: ',
    noRole: 'There is no such role: ',
    refused: 'Refused: ',
    done: 'Done: ',
    password: 'password',
    active: 'active',
    inactive: 'deactivated',
  },
  ru: {
    usage: `otklik user list
otklik user add EMAIL --name ИМЯ [--role agent] [--password ПАРОЛЬ]
otklik user password EMAIL [--password ПАРОЛЬ]
otklik user role EMAIL РОЛЬ      administrator, lead, agent, observer или название своей роли
otklik user deactivate EMAIL     отключить
otklik user activate EMAIL       включить снова
otklik user sign-out EMAIL       завершить все сеансы
otklik user totp-off EMAIL       для того, кто потерял второй фактор
Если рабочих пространств несколько, добавьте --workspace. Без --password пароль создаётся и показывается один раз.
`,
    whichWorkspace: 'Рабочих пространств несколько; добавьте --workspace и одно из: ',
    noWorkspace: 'Такого рабочего пространства нет. Сначала создайте его: otklik setup',
    noUser: 'Ни у кого здесь нет такого адреса: ',
    noRole: 'Такой роли нет: ',
    refused: 'Отказано: ',
    done: 'Готово: ',
    password: 'пароль',
    active: 'работает',
    inactive: 'отключён',
  },
} as const;

export type UserWords = (typeof userWords)['en' | 'ru'];
