type Parameter = { name: string; in: string; required: boolean; schema: object };

type Operation = {
  summary: string;
  'x-permission': string;
  parameters: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
};

type Document = {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
};

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const block = (value: unknown): string => `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`;

const sheet = `
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:0 auto;padding:1.5rem 1rem}
code,pre{font:13px/1.45 ui-monospace,monospace}
pre{overflow:auto;padding:.75rem;border:1px solid #8884;border-radius:6px}
summary{cursor:pointer;padding:.35rem 0}
summary b{display:inline-block;min-width:4.2rem}
details{border-bottom:1px solid #8883}
h2{margin-top:2rem}
td,th{text-align:left;padding:.15rem 1rem .15rem 0;vertical-align:top}`;

/** The API on one page, without a script: as readable in a terminal browser as in a modern one. */
export function renderApiPage(document: Document, nonce: string): string {
  const { info, paths, components } = document;
  const groups = Map.groupBy(Object.entries(paths), ([path]) => path.split('/')[3] ?? '');
  const sections = [...groups].map(
    ([name, list]) =>
      `<section><h2 id="${escape(name)}">/${escape(name)}</h2>${list
        .flatMap(([path, methods]) =>
          Object.entries(methods).map(([method, operation]) =>
            renderOperation(method, path, operation as Operation),
          ),
        )
        .join('')}</section>`,
  );
  const contents = [...groups.keys()].map(
    (name) => `<a href="#${escape(name)}">/${escape(name)}</a>`,
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary>${block(schema)}</details>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API</title><style nonce="${escape(nonce)}">${sheet}</style></head><body><main>
<h1>${escape(info.title)} API ${escape(info.version)}</h1><p>${escape(info.description)}</p>
<p>Sign in with <code>POST /api/v1/session</code>, or send <code>Authorization: Bearer …</code> with a token made at
<code>POST /api/v1/tokens</code>. The whole description for programs: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<nav aria-label="Contents"><p>${contents.join(' · ')}</p></nav>${sections.join('')}
<section><h2>Shapes</h2>${schemas.join('')}</section></main></body></html>`;
}

function renderOperation(method: string, path: string, operation: Operation): string {
  const own = operation.parameters.filter((one): one is Parameter => 'name' in one);
  const rows = own.map(
    ({ name, in: where, required, schema }) =>
      `<tr><td><code>${escape(name)}</code>${required ? ' *' : ''}</td><td>${escape(where)}</td><td><code>${escape(JSON.stringify(schema))}</code></td></tr>`,
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'));
  const answer = success && Object.values(success[1].content ?? {})[0];
  return `<details><summary><b>${escape(method.toUpperCase())}</b> <code>${escape(path)}</code> ${escape(operation.summary)}</summary>
<p>Permission: <code>${escape(operation['x-permission'])}</code></p>
${rows.length > 0 ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Shape</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : ''}
${body ? `<h4>Body</h4>${block(body.schema)}` : ''}
${success ? `<h4>Answer ${escape(success[0])}</h4>${answer ? block(answer.schema) : '<p>Empty.</p>'}` : ''}</details>`;
}
