const marked = / data-remote-(src|background)="([^"]*)"/g;

/**
 * Switches the marked pictures of a cleaned body on, each by an address of ours. The marks were made by the cleaner, so
 * their values are attribute-escaped; a look-alike typed into the text stays text.
 */
export function withRemoteImages(html: string, ownAddress: (url: string) => string): string {
  return html.replace(marked, (_all, kind: string, escaped: string) => {
    const attribute = kind === 'src' ? 'src' : 'background';
    return ` ${attribute}="${escapeAttribute(ownAddress(unescapeAttribute(escaped)))}"`;
  });
}

const unescapeAttribute = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
