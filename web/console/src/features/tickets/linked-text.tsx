import { Fragment } from 'react';

const address = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]}'])/g;

/** Plain text whose web addresses can be pressed. */
export function LinkedText({ text }: { text: string }) {
  return text.split(address).map((part, at) =>
    at % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never move
      <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never move
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
