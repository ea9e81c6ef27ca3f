/** The whole look of the hosted page: it asks for no other file. */
export const pageStyle = `
:root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--text:#1b1f24;--dim:#596068;--line:#8a929b;--soft:#d9dde2;--accent:#2456d6;--on-accent:#fff;--bad:#b3261e;--bad-bg:#fdecea;--good:#14733b}
@media (prefers-color-scheme:dark){:root{--bg:#111418;--card:#1a1e24;--text:#e8eaed;--dim:#a3abb5;--line:#78818c;--soft:#323944;--accent:#8ab0ff;--on-accent:#0b1730;--bad:#ffb4ab;--bad-bg:#3b1512;--good:#7fd8a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:38rem;margin:0 auto;padding:1.25rem 1rem 3rem}
header{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;margin:0 0 1rem;color:var(--dim);font-size:.9375rem}
header b{font-weight:600;color:var(--text)}
a{color:var(--accent)}
.card{background:var(--card);border:1px solid var(--soft);border-radius:12px;padding:1.5rem 1.25rem}
@media (min-width:40rem){main{padding-top:3rem}.card{padding:2rem}}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
p{margin:0 0 1.25rem;white-space:pre-line}
.field{margin:0 0 1.125rem}
label{display:block;font-weight:600;margin:0 0 .25rem}
label small,.hint{font-weight:400;color:var(--dim);font-size:.875rem}
input,textarea,select{width:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.5625rem .75rem;min-height:2.75rem}
textarea{display:block;min-height:9rem;resize:vertical}
input[type=file]{padding:.5rem;border-style:dashed}
[aria-invalid=true]{border-color:var(--bad);border-width:2px}
.problem{color:var(--bad);margin:.25rem 0 0;font-size:.9375rem}
.alert{background:var(--bad-bg);color:var(--bad);border-radius:8px;padding:.75rem 1rem;margin:0 0 1.25rem}
button{font:inherit;font-weight:600;border:0;border-radius:8px;padding:.6875rem 1.5rem;min-height:2.75rem;background:var(--accent);color:var(--on-accent);cursor:pointer}
button:hover{filter:brightness(1.08)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.trap{position:absolute;left:-200vw;width:1px;height:1px;overflow:hidden}
.done{color:var(--good)}
`;
