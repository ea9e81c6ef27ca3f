/** What somebody is writing, on one device, at one time. */
export type DraftText = {
  readonly body: string;
  readonly html: string | null;
  readonly cc: readonly string[];
  readonly attachments: readonly string[];
  readonly editedAt: Date;
};

export type Aside = {
  readonly body: string;
  readonly html: string | null;
  readonly editedAt: Date;
};

export type StoredDraft = DraftText & { readonly edition: string; readonly aside: Aside | null };

export type MergedDraft = { readonly text: DraftText; readonly aside: Aside | null };

/**
 * Two devices of one person may write one draft, and one of them may have been offline. Nothing that was written is lost:
 * whoever continues what stands here replaces it; of two that began apart the newer stands, the other lies aside until its
 * author decides. `base`: the edition that the device has continued.
 */
export function mergeDraft(
  stored: StoredDraft | null,
  incoming: DraftText,
  base: string | null,
): MergedDraft {
  if (!stored || stored.edition === base) {
    return { text: incoming, aside: stored?.aside ?? null };
  }
  if (continues(incoming, stored) && incoming.editedAt >= stored.editedAt) {
    return { text: incoming, aside: stored.aside };
  }
  if (continues(stored, incoming)) {
    return { text: stored, aside: stored.aside };
  }
  if (continues(incoming, stored)) {
    return { text: incoming, aside: stored.aside };
  }
  const [newer, older] =
    incoming.editedAt >= stored.editedAt ? [incoming, stored] : [stored, incoming];
  return { text: newer, aside: together(stored.aside, older) };
}

/** Everything of the other stands in it. */
const continues = (text: DraftText, other: DraftText): boolean =>
  text.body.startsWith(other.body.trimEnd()) &&
  other.attachments.every((id) => text.attachments.includes(id));

function together(aside: Aside | null, { body, html, editedAt }: DraftText): Aside {
  if (!aside || body.includes(aside.body)) {
    return { body, html, editedAt };
  }
  return { body: `${aside.body}\n\n${body}`, html: null, editedAt };
}

/** A draft without anything in it is none. */
export const isEmptyDraft = ({ text, aside }: MergedDraft): boolean =>
  text.body.trim() === '' && text.attachments.length === 0 && text.cc.length === 0 && !aside;
