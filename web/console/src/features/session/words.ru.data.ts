export const session = {
  title: 'Вход в\u00A0Отклик',
  email: 'Почта',
  password: 'Пароль',
  code: 'Код из\u00A0приложения',
  codeHint: 'Шесть цифр из\u00A0приложения-аутентификатора или код восстановления.',
  signIn: 'Войти',
  another: 'Войти под другим именем',
  language: 'Язык',
};
