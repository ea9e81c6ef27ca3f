/**
 * The text of a file whose maker did not say how it is encoded: UTF-8 or UTF-16 where it can be that, else what the file itself declares,
 * else the Cyrillic of Windows, in which older programs write.
 */
export async function textOfFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const declared = /encoding=["']([\w-]+)["']|charset=([\w-]+)/i.exec(
    new TextDecoder('latin1').decode(bytes.slice(0, 400)),
  );
  for (const label of [mark, 'utf-8', declared?.[1] ?? declared?.[2]]) {
    const text = label && decoded(bytes, label);
    if (text) {
      return text;
    }
  }
  return new TextDecoder('windows-1251').decode(bytes);
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
