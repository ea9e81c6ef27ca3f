import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OtherSite = { readonly url: string; close(): Promise<void> };

/** What a site may do to everything in it, on purpose or not. */
const hostileStyle = `
* { all: revert; font: italic 44px serif !important; color: fuchsia !important; background: yellow !important;
  letter-spacing: 12px !important; text-transform: uppercase !important; }
otklik-form, body > * { display: none !important; opacity: 0 !important; visibility: hidden !important; zoom: 3; }
button, input, dialog, label { position: absolute !important; width: 1px !important; }
h1, body { display: block !important; visibility: visible !important; opacity: 1 !important; }`;

/** A site of somebody else: another origin, its own ideas of style, and a content policy that allows only what it must. */
export async function startOtherSite(embed: {
  readonly otklik: string;
  readonly attributes: string;
}): Promise<OtherSite> {
  const { otklik, attributes } = embed;
  const server = createServer((request, response) => {
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${otklik}; connect-src ${otklik}; style-src 'nonce-own'`,
    });
    response.end(`<!doctype html><html lang="en"><head><title>Shop</title><style nonce="own">${hostileStyle}</style></head>
<body><h1>Shop</h1><script src="${otklik}/embed.js" ${attributes} async></script></body></html>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
