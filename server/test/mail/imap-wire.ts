/** One argument of an IMAP command: an atom or string, or a parenthesised list. */
export type Argument = string | readonly Argument[];

export type Command = {
  readonly tag: string;
  /** Upper case, with `UID ` in front where it was. */
  readonly name: string;
  readonly args: readonly Argument[];
};

/**
 * Cuts a client's bytes into commands (RFC 9051 §2.2). A line that ends in `{n}` is continued by a literal:
 * `askForLiteral` sends the "+" that the client waits for.
 */
export class CommandReader {
  #buffer = Buffer.alloc(0);
  #parts: string[] = [];
  #literal = 0;
  readonly #askForLiteral: () => void;

  constructor(askForLiteral: () => void) {
    this.#askForLiteral = askForLiteral;
  }

  /** Complete lines so far; literals are written into them as quoted strings. */
  read(chunk: Buffer): string[] {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    const lines: string[] = [];
    for (let next = this.#next(); next !== 'more bytes'; next = this.#next()) {
      lines.push(...next);
    }
    return lines;
  }

  /** No line when a piece was taken that does not end a command. */
  #next(): string[] | 'more bytes' {
    if (this.#literal > 0) {
      if (this.#buffer.length < this.#literal) {
        return 'more bytes';
      }
      const literal = this.#buffer.subarray(0, this.#literal).toString('latin1');
      this.#buffer = this.#buffer.subarray(this.#literal);
      this.#literal = 0;
      this.#parts.push(`"${literal.replaceAll(/["\\]/g, String.raw`\$&`)}"`);
      return [];
    }
    const end = this.#buffer.indexOf('\r\n');
    if (end === -1) {
      return 'more bytes';
    }
    const line = this.#buffer.subarray(0, end).toString('latin1');
    this.#buffer = this.#buffer.subarray(end + 2);
    const announced = /\{(\d+)(\+?)\}$/.exec(line);
    if (announced === null) {
      return [[...this.#parts.splice(0), line].join('')];
    }
    this.#parts.push(line.slice(0, announced.index));
    this.#literal = Number(announced[1]);
    if (announced[2] !== '+') {
      this.#askForLiteral();
    }
    return [];
  }
}

export function parseCommand(line: string): Command {
  const [tag = '*', first = '', ...rest] = line.split(' ');
  const isUid = first.toUpperCase() === 'UID';
  const name = isUid ? `UID ${(rest.shift() ?? '').toUpperCase()}` : first.toUpperCase();
  const tokens =
    rest.join(' ').match(/"(?:\\[\s\S]|[^"\\])*"|[()]|(?:[^\s()"[]|\[[^\]]*\])+/g) ?? [];
  return { tag, name, args: nest(tokens) };
}

function nest(tokens: readonly string[]): Argument[] {
  const stack: Argument[][] = [[]];
  for (const token of tokens) {
    const top = stack.at(-1) ?? [];
    if (token === '(') {
      stack.push([]);
    } else if (token === ')') {
      stack.pop();
      stack.at(-1)?.push(top);
    } else {
      top.push(token.startsWith('"') ? token.slice(1, -1).replaceAll(/\\([\s\S])/g, '$1') : token);
    }
  }
  return stack[0] ?? [];
}

export function text(argument: Argument | undefined): string {
  return typeof argument === 'string' ? argument : '';
}

export function list(argument: Argument | undefined): readonly Argument[] {
  return typeof argument === 'string' || argument === undefined ? [text(argument)] : argument;
}

/** RFC 3501 §5.1.3: names beyond ASCII are base64 of UTF-16 between & and -. */
export function encodeName(name: string): string {
  return name.replaceAll(/[^\u0020-\u007e]+|&/g, (part) => {
    if (part === '&') {
      return '&-';
    }
    const wide = Buffer.from(part, 'utf16le').swap16().toString('base64');
    return `&${wide.replaceAll('=', '').replaceAll('/', ',')}-`;
  });
}

export function decodeName(name: string): string {
  return name.replaceAll(/&([^-]*)-/g, (_whole, wide: string) =>
    wide === ''
      ? '&'
      : Buffer.from(wide.replaceAll(',', '/'), 'base64').swap16().toString('utf16le'),
  );
}

/** `1:*,7` as a test of one number; `*` is the largest there is. */
export function inSet(set: string, value: number, largest: number): boolean {
  const bound = (word: string): number => (word === '*' ? largest : Number(word));
  return set.split(',').some((range) => {
    const [from = '', to = from] = range.split(':');
    const [low = 0, high = 0] = [bound(from), bound(to)].toSorted((a, b) => a - b);
    return value >= low && value <= high;
  });
}
