/** Line as RFC 3676 §4 sees it: depth of quotation and the rest without stuffing. */
type FlowedLine = { readonly depth: number; readonly text: string };

const readFlowedLine = (line: string): FlowedLine => {
  let depth = 0;
  while (line.charCodeAt(depth) === 62) {
    depth += 1;
  }
  const from = line.charCodeAt(depth) === 32 ? depth + 1 : depth;
  return { depth, text: line.slice(from) };
};

const quoted = (depth: number, text: string): string =>
  depth === 0 ? text : `${'>'.repeat(depth)} ${text}`;

/** Paragraphs of `format=flowed` text joined (RFC 3676 §4); `delSp`: the joining space is not part of the text. */
export const unflow = (text: string, delSp: boolean): string => {
  const out: string[] = [];
  let parts: string[] = [];
  let depth = 0;
  const flush = (): void => {
    if (parts.length > 0) {
      out.push(quoted(depth, parts.join('')));
      parts = [];
    }
  };
  for (const line of text.split('\n')) {
    const flowed = readFlowedLine(line);
    const isSignature = flowed.text === '-- ';
    if (flowed.depth !== depth || isSignature) {
      flush();
    }
    depth = flowed.depth;
    const flowsOn = flowed.text.endsWith(' ') && !isSignature;
    parts.push(flowsOn && delSp ? flowed.text.slice(0, -1) : flowed.text);
    if (!flowsOn) {
      flush();
    }
  }
  flush();
  return out.join('\n');
};
