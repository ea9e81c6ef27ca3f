export const contactKinds = [
  'email',
  'phone',
  'telegram',
  'whatsapp',
  'vk',
  'max',
  'viber',
] as const;
