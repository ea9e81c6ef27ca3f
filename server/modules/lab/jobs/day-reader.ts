const hourMs = 3_600_000;

/** The date of an instant in a zone. An hour belongs to one day nearly everywhere, so each quarter of it is looked up once. */
export function dayReader(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at.getTime() / (hourMs / 4));
    const found = known.get(quarter) ?? format.format(at);
    known.set(quarter, found);
    return found;
  };
}
