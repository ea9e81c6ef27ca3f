/** Answers of the API are no pages: their headers need no nonce, so they are not worked out anew for every request. */
const always = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};
const overTls = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

export const apiHeaders = (publicUrl: string | undefined): Readonly<Record<string, string>> => ({
  ...always,
  ...(publicUrl?.startsWith('https:') && overTls),
});
