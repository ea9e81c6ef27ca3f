/** What `otklik` says of itself. */
export const usage = {
  en: `Usage: npm run otklik -- COMMAND

  serve                 start Otklik, as npm start does
  setup                 first run without a browser: --company NAME --email ADDRESS --password PASSWORD [--locale ru|en]
  demo [--remove]       load a company to look around in, or take it away again
  user                  list, add and change users; "user" alone tells how
  backup FILE           write everything into one file, while Otklik runs or not
  restore FILE [--yes]  put a backup back; data that is there is moved aside, not deleted
  doctor                check everything and say what to do
  migrate               bring the database to this version`,
  ru: `Вызов: npm run otklik -- КОМАНДА

  serve                 запустить Отклик, как npm start
  setup                 первый запуск без браузера: --company НАЗВАНИЕ --email АДРЕС --password ПАРОЛЬ [--locale ru|en]
  demo [--remove]       загрузить компанию, чтобы осмотреться, или убрать её
  user                  список, добавление и изменение сотрудников; «user» без слов подскажет как
  backup ФАЙЛ           записать всё в один файл; Отклик может работать
  restore ФАЙЛ [--yes]  вернуть данные из копии; прежние данные откладываются в сторону, а не удаляются
  doctor                проверить всё и сказать, что делать
  migrate               привести базу данных к этой версии`,
} as const;
