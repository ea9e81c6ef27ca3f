import { imageHeaders } from './outside-image.ts';

const words = { ru: 'Картинка не загрузилась', en: 'The picture could not be loaded' };

/** Stands where a picture should be, instead of the browser's broken mark. Ours, so it may be SVG; asked for again soon. */
export function missingImage(locale: 'ru' | 'en') {
  const text = words[locale];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="260" height="40" viewBox="0 0 260 40" role="img" aria-label="${text}">
<rect x="0.5" y="0.5" width="259" height="39" rx="6" fill="#f2f4f6" stroke="#b6bcc4" stroke-dasharray="4 3"/>
<text x="130" y="25" text-anchor="middle" font-family="system-ui, sans-serif" font-size="13" fill="#4b525c">${text}</text>
</svg>`;
  return {
    content: Buffer.from(svg),
    headers: { ...imageHeaders('image/svg+xml'), 'cache-control': 'private, max-age=60' },
  };
}
