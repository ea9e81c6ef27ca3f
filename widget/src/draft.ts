type Texts = Record<string, string>;

const keyOf = (form: string) => `otklik-form:${form}`;

/** What was typed outlives a reload of the page, within the same tab. A site may forbid storage: then it does not. */
export function readDraft(form: string): Texts {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(form)) ?? '{}') as Texts;
  } catch {
    return {};
  }
}

export function keepDraft(form: string, texts: Texts | null): void {
  try {
    if (texts) {
      sessionStorage.setItem(keyOf(form), JSON.stringify(texts));
    } else {
      sessionStorage.removeItem(keyOf(form));
    }
  } catch {
    // Nothing is lost but the convenience.
  }
}
