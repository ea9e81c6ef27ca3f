export const demoWords = {
  en: {
    usage: `Usage: npm run otklik -- demo [--remove] [--workspace NAME]

Loads a company with sixty days of life, to look around in. --remove takes it away again and leaves
everything that people have made.`,
    none: 'There is no workspace yet: start Otklik, or run "npm run otklik -- setup" first.',
    which: 'There are several workspaces, name one with --workspace: ',
    loading: 'Loading the demo company… ',
    removing: 'Removing the demo company… ',
    loaded: 'The demo company is here.',
    removed: 'The demo company is gone.',
    beingRemoved: 'The demo company is being removed just now. Try again in a minute.',
  },
  ru: {
    usage: `Вызов: npm run otklik -- demo [--remove] [--workspace ИМЯ]

Загружает компанию с шестьюдесятью днями жизни, чтобы осмотреться. --remove убирает её и оставляет
всё, что сделали люди.`,
    none: 'Рабочего пространства ещё нет: запустите Отклик или сначала выполните «npm run otklik -- setup».',
    which: 'Рабочих пространств несколько, назовите одно: --workspace ',
    loading: 'Загружаем демо-компанию… ',
    removing: 'Убираем демо-компанию… ',
    loaded: 'Демо-компания на месте.',
    removed: 'Демо-компания убрана.',
    beingRemoved: 'Демо-компанию как раз убирают. Попробуйте через минуту.',
  },
} as const;
