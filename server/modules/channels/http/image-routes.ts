import { z } from 'zod';
import { Refusal } from '../../../kernel/errors.ts';
import { missingImage } from '../../../kernel/outside/missing-image.ts';
import { fetchOutsideImage, imageHeaders } from '../../../kernel/outside/outside-image.ts';
import { readSignedImageUrl } from '../../../kernel/outside/signed-image-url.ts';
import { specialRoute, type Route } from '../../../kernel/routes.ts';
import { text } from '../../../kernel/text.ts';

export type ImageParts = { readonly imageSecret: Uint8Array };

/** Pictures of letters, fetched by us: the sender learns neither who reads nor from where. */
export const imageRoutes = ({ imageSecret }: ImageParts): Route[] => [
  specialRoute('GET /outside-image', {
    name: 'channels.read-outside-image',
    summary: 'A remote picture of a letter; the address is signed by us',
    permission: 'ticket.read',
    input: z.strictObject({ url: text({ max: 8000 }), sig: text({ max: 100 }) }),
    contentType: 'image/*',
    async handle({ input, headers, locale }) {
      const url = readSignedImageUrl(imageSecret, input);
      if (url === null) {
        throw new Refusal('forbidden', 'outside.not_signed');
      }
      try {
        const { contentType, body } = await fetchOutsideImage(url);
        return { content: body, headers: imageHeaders(contentType) };
      } catch (error) {
        // Drawn by a browser; a program is told why.
        if (error instanceof Refusal && headers['sec-fetch-dest'] === 'image') {
          return { status: 502, ...missingImage(locale) };
        }
        throw error;
      }
    },
  }),
];
