export type Attributes = Readonly<Record<string, string>>;

/** What the markup of a mail program says of an element. */
export type ElementMark =
  /** Holds an old letter. */
  | 'quote'
  /** Might, if a line that introduces an old letter stands above it. */
  | 'perhaps'
  /** Holds the signature. */
  | 'signature'
  /** From here on follows the old letter. */
  | 'cut'
  | null;

const quoteClass =
  /(?:^|\s)(?:x_)*(?:gmail_quote|gmail_quote_container|gmail_extra_quote|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-forward-container|moz-email-headers-table|skiff_quote|mailru-blockquote|ecxgmail_quote|wlx-quote|quoted-message)(?:\s|$)/i;
const signatureClass =
  /(?:^|\s)(?:x_)*(?:gmail_signature|moz-signature|protonmail_signature_block|mailru-signature|ms-outlook-mobile-signature|signature_block)(?:\s|$)/i;
const signatureId =
  /^(?:x_)*(?:signature|applemailsignature|mail-app-auto-default-signature|ms-outlook-mobile-signature|zimbra_signature|body_signature)$/i;
const cutId =
  /^(?:x_)*(?:divrplyfwdmsg|appendonsend|stopspelling|mail-editor-reference-message-container|isreplycontent|replysplit|__zimbrareplyseparator|reply-intro|zwchr|ymail_separator)$/i;
const quoteId =
  /^(?:x_)*(?:olk_src_body_section|yahoo_quoted_\d+|oriMsgHtmlSeperator|replymessage)$/i;
const cutClass =
  /(?:^|\s)(?:x_)*(?:ms-outlook-mobile-reference-message|outlookmessageheader|reply-divider)(?:\s|$)/i;
/** The line that Outlook draws above From, Sent, To, Subject. */
const outlookRule =
  /border-top\s*:\s*(?:solid\s+#?(?:b5c4df|e1e1e1)|[\d.]+p[tx]\s+solid\s+#?(?:b5c4df|e1e1e1)|#?(?:b5c4df|e1e1e1)\s+[\d.]+p[tx]\s+solid)|border:\s*none;\s*border-top\s*:\s*(?:solid|1)/i;
const ATTRIBUTE_LIMIT = 1_000;

const markOfBlockquote = (attributes: Attributes): ElementMark => {
  const told = attributes['type']?.toLowerCase() === 'cite' || attributes['cite'] !== undefined;
  const drawn = /border-left/i.test((attributes['style'] ?? '').slice(0, ATTRIBUTE_LIMIT));
  return told || drawn ? 'quote' : 'perhaps';
};

const markByName = (id: string, classes: string): ElementMark => {
  if (cutId.test(id) || cutClass.test(classes)) {
    return 'cut';
  }
  if (quoteClass.test(classes) || quoteId.test(id)) {
    return 'quote';
  }
  return signatureClass.test(classes) || signatureId.test(id) ? 'signature' : null;
};

/** What the markup of Gmail, Outlook, Apple Mail, Thunderbird, Yandex, Mail.ru, Yahoo and others says of an element. */
export const markOf = (name: string, attributes: Attributes): ElementMark => {
  const named = markByName(
    (attributes['id'] ?? '').slice(0, ATTRIBUTE_LIMIT),
    (attributes['class'] ?? '').slice(0, ATTRIBUTE_LIMIT),
  );
  if (named !== null) {
    return named;
  }
  if (
    attributes['data-signatureblock'] === 'true' ||
    attributes['data-smartmail'] === 'gmail_signature'
  ) {
    return 'signature';
  }
  if (name === 'blockquote') {
    return markOfBlockquote(attributes);
  }
  return name === 'div' && outlookRule.test((attributes['style'] ?? '').slice(0, ATTRIBUTE_LIMIT))
    ? 'cut'
    : null;
};
