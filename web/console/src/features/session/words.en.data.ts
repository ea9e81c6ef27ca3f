export const session = {
  title: 'Sign in to Otklik',
  email: 'E-mail',
  password: 'Password',
  code: 'Code from the app',
  codeHint: 'Six digits from your authenticator app, or a recovery code.',
  signIn: 'Sign in',
  another: 'Sign in as somebody else',
  language: 'Language',
};
