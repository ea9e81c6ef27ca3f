/**
 * The rules of the host are `!important`: inside a shadow root such a rule wins over every one of the site. Sizes are in
 * px, because a rem is the site's.
 */
export const style = `
:host{all:initial!important;display:block!important;visibility:visible!important;opacity:1!important;color-scheme:light!important;
--card:#fff;--text:#1b1f24;--dim:#596068;--line:#8a929b;--soft:#d9dde2;--accent:#2456d6;--on:#fff;--bad:#b3261e;--bad-bg:#fdecea;--good:#14733b}
:host([data-dark]){color-scheme:dark!important;
--card:#1a1e24;--text:#e8eaed;--dim:#a3abb5;--line:#78818c;--soft:#323944;--accent:#8ab0ff;--on:#0b1730;--bad:#ffb4ab;--bad-bg:#3b1512;--good:#7fd8a0}
*{box-sizing:border-box}
.all,dialog{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--text);overflow-wrap:anywhere;text-align:start}
.open{color:var(--on);font-weight:600;position:fixed;right:20px;bottom:20px;z-index:2147483000;border-radius:999px;box-shadow:0 4px 16px #0004}
.card{background:var(--card);border:1px solid var(--soft);border-radius:12px;padding:20px;max-width:560px}
dialog{position:fixed;inset:0;margin:auto;padding:0;border:0;background:none;width:min(560px,calc(100vw - 24px));max-width:none;max-height:calc(100vh - 24px);overflow:auto;overscroll-behavior:contain}
dialog::backdrop{background:#0008}
.head{display:flex;gap:12px;justify-content:space-between;align-items:flex-start}
h2{font-size:22px;line-height:1.25;margin:0 0 6px;font-weight:700}
p{margin:0 0 18px;white-space:pre-line}
.field{margin:0 0 16px}
label{display:block;font-weight:600;margin:0 0 4px}
small,.hint{font-weight:400;color:var(--dim);font-size:14px}
input,textarea,select{display:block;width:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:9px 12px;min-height:44px;margin:0}
textarea{min-height:120px;resize:vertical}
input[type=file]{border-style:dashed}
[aria-invalid=true]{border:2px solid var(--bad)}
.problem{color:var(--bad);font-size:15px;margin:4px 0 0}
.alert{background:var(--bad-bg);color:var(--bad);border-radius:8px;padding:12px 16px;margin:0 0 18px}
.alert:empty{display:none}
button{font:inherit;font-weight:600;border:0;border-radius:8px;padding:10px 24px;min-height:44px;background:var(--accent);color:var(--on);cursor:pointer}
button[disabled]{opacity:.6;cursor:default}
.close{background:none;color:var(--dim);padding:0;min-width:44px;font-size:22px;line-height:1;font-weight:400;margin:-8px -8px 0 0}
.plain{background:none;color:var(--accent);padding:10px 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.done{color:var(--good)}
@media (prefers-reduced-motion:no-preference){.open{transition:transform .15s}.open:hover{transform:translateY(-2px)}}
`;
