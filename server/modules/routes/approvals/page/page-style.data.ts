/** The whole look of the page: it asks for no other file. */
export const pageStyle = `
:root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--text:#1b1f24;--dim:#596068;--line:#8a929b;--soft:#d9dde2;--accent:#14733b;--on-accent:#fff;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--bg:#111418;--card:#1a1e24;--text:#e8eaed;--dim:#a3abb5;--line:#78818c;--soft:#323944;--accent:#7fd8a0;--on-accent:#0b2415;--bad:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:38rem;margin:0 auto;padding:1.25rem 1rem 3rem}
header{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;margin:0 0 1rem;color:var(--dim);font-size:.9375rem}
header b{font-weight:600;color:var(--text)}
a{color:inherit}
.card{background:var(--card);border:1px solid var(--soft);border-radius:12px;padding:1.5rem 1.25rem}
@media (min-width:40rem){main{padding-top:3rem}.card{padding:2rem}}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}
h2{font-size:.9375rem;color:var(--dim);margin:1.25rem 0 .25rem}
p{margin:0 0 1rem;white-space:pre-line}
blockquote{margin:0 0 1.25rem;padding:.25rem 0 .25rem 1rem;border-left:3px solid var(--accent);white-space:pre-line;font-size:1.0625rem}
label{display:block;font-weight:600;margin:1rem 0 .25rem}
label small{font-weight:400;color:var(--dim)}
textarea{display:block;width:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.5625rem .75rem;min-height:6rem;resize:vertical}
.acts{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
button{font:inherit;font-weight:600;border:1px solid transparent;border-radius:8px;padding:.6875rem 1.5rem;min-height:2.75rem;background:var(--accent);color:var(--on-accent);cursor:pointer}
button[value=rejected]{background:transparent;color:var(--bad);border-color:currentColor}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
`;
