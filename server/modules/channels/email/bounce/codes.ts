/** Codes that a server gave with its refusal. */
export type Codes = { readonly status: string | null; readonly replyCode: string | null };

const ENHANCED = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\d)/g;
const REPLY = /(?<![\d.@:/-])([45][0-5]\d)(?=[ \t\-:'",]|$)/gm;

const isVague = (status: string): boolean => /^\d\.0\.0$/.test(status);

/** The first code that says more than `x.0.0`, else the first at all. */
export const bestStatus = (...statuses: readonly (string | null)[]): string | null => {
  const given = statuses.filter((status) => status !== null);
  return given.find((status) => !isVague(status)) ?? given.at(0) ?? null;
};

/** The most telling enhanced code of a text: the first that is not `x.0.0`; reply code likewise the first. */
export const codesIn = (text: string): Codes => {
  const statuses = Array.from(text.matchAll(ENHANCED), ([status]) => status);
  const replies = Array.from(text.matchAll(REPLY), ([, reply]) => reply ?? '');
  return {
    status: bestStatus(...statuses),
    replyCode: replies.at(0) ?? null,
  };
};
