/**
 * What people may write in a text with Liquid. Left out: what reads files (`include`, `render`, `layout`), what makes
 * markup or codes, and what gives another result each time.
 */
export const allowedTags: readonly string[] =
  'assign capture case comment for if unless break continue cycle echo raw #'.split(' ');

export const allowedFilters: readonly string[] = (
  'abs append at_least at_most capitalize ceil compact concat date default divided_by downcase first floor from_now join ' +
  'last lstrip map minus modulo newline_to_br plural plus prepend raw remove remove_first replace replace_first reverse ' +
  'round rstrip size slice sort split squish strip strip_newlines sum times truncate truncatewords uniq upcase where escape'
).split(' ');
