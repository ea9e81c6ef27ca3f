import { Tokenizer } from 'htmlparser2';

/** Deeper than a browser nests (512 in Chromium), deeper than the cleaner keeps. */
const maxOpenElements = 400;

type Listener = ConstructorParameters<typeof Tokenizer>[1];

function openElements(listener: Listener): readonly string[] {
  const { stack } = listener as unknown as { stack?: unknown };
  if (!Array.isArray(stack)) {
    throw new TypeError('htmlparser2 keeps its open elements elsewhere than in `stack`');
  }
  return stack as string[];
}

/**
 * htmlparser2 looks through all open elements at every closing tag and moves them at every opening one: a megabyte of
 * `<b>` takes minutes. Start tags beyond a depth are therefore not reported at all; their text still is.
 */
export class BoundedTokenizer extends Tokenizer {
  constructor(options: ConstructorParameters<typeof Tokenizer>[0], listener: Listener) {
    super(options, listener);
    const open = listener.onopentagname.bind(listener);
    listener.onopentagname = (start, end) => {
      // Read every time: the parser makes its list after its tokenizer's construction has begun.
      if (openElements(listener).length < maxOpenElements) {
        open(start, end);
      }
    };
  }
}
