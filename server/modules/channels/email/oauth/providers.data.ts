import type { OAuthProvider } from './provider.ts';

export const google: OAuthProvider = {
  id: 'google',
  authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  scopes: ['https://mail.google.com/', 'openid', 'email'],
  // Without these Google gives a refresh token only the first time a person consents.
  authorizeParams: { access_type: 'offline', prompt: 'consent' },
  userUrl: null,
};

export const microsoft: OAuthProvider = {
  id: 'microsoft',
  authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
  tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  scopes: [
    'https://outlook.office.com/IMAP.AccessAsUser.All',
    'https://outlook.office.com/SMTP.Send',
    'offline_access',
    'openid',
    'email',
  ],
  authorizeParams: { prompt: 'select_account' },
  userUrl: null,
};

export const yandex: OAuthProvider = {
  id: 'yandex',
  authorizeUrl: 'https://oauth.yandex.ru/authorize',
  tokenUrl: 'https://oauth.yandex.ru/token',
  scopes: ['mail:imap_full', 'mail:smtp', 'login:email'],
  authorizeParams: { force_confirm: 'yes' },
  // No id_token: the address is asked for.
  userUrl: 'https://login.yandex.ru/info?format=json',
};

export const providers: Readonly<Record<OAuthProvider['id'], OAuthProvider>> = {
  google,
  microsoft,
  yandex,
};
