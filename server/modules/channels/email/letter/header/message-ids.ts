const MAX_IDS = 500;
const MAX_ID_LENGTH = 998;

/** Ids of References, In-Reply-To, Message-ID (RFC 5322 §3.6.4) without brackets; torn and bracketless ones too. */
export const readMessageIds = (value: string): readonly string[] => {
  const ids = new Set<string>();
  const bracketed = value.match(/<[^<>]{1,2000}>/g);
  const found = bracketed ?? value.split(/[\s,;]+/).filter((word) => word.includes('@'));
  for (const raw of found) {
    const id = raw.replace(/[\s<>]+/g, '');
    if (id !== '' && id.length <= MAX_ID_LENGTH) {
      ids.add(id);
    }
  }
  const all = [...ids];
  // The last ones are nearest to the letter.
  return all.length > MAX_IDS ? all.slice(-MAX_IDS) : all;
};

/** Message-ID of the letter itself; also one without brackets or without an at sign. */
export const readMessageId = (value: string): string | null => {
  const [first] = readMessageIds(value);
  if (first !== undefined) {
    return first;
  }
  const bare = value.trim();
  return /^[^\s<>]{1,998}$/.test(bare) ? bare : null;
};
