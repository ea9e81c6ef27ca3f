/** "anna@firm.ru", "+7 495 123-45-67" or "Анна <anna@firm.ru>" → who opens the ticket. */
export function requesterFrom(typed: string, name: string): Record<string, string> {
  const text = typed.trim();
  const own = name.trim() ? { name: name.trim() } : {};
  const boxed = /^(.*)<([^<>]+)>$/.exec(text);
  if (boxed?.[1] !== undefined && boxed[2]) {
    return { ...requesterFrom(boxed[2], ''), name: name.trim() || boxed[1].trim() };
  }
  return text.includes('@') ? { email: text, ...own } : { phone: text, ...own };
}
