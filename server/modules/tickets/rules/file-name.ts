/** A name that is safe to show and to save: no path, no control characters, nothing that turns the reading direction. */
export function safeFileName(name: string): string {
  const bare = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = bare
    .normalize('NFC')
    // Control, direction-changing and invisible characters: `exe.gpj` must not read as `jpg.exe`.
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  return shortened(clean) || 'file';
}

function shortened(name: string): string {
  const chars = [...name];
  if (chars.length <= 180) {
    return name;
  }
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return chars.slice(0, 180 - extension.length).join('') + extension;
}
