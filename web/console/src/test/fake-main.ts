// The console upon the in-memory server: `npx vite web/console --open /fake.html`.
import { startApp } from '../app/start.tsx';
import { setTransport } from '../lib/client.ts';
import { makeFakeServer } from './fake-server.ts';

class SilentStream extends EventTarget {
  readyState = 1;
  static CLOSED = 2;
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new Event('open')));
  }
  close() {
    this.readyState = 2;
  }
}

const query = new URLSearchParams(location.search);
const asked = Number(query.get('tickets') ?? 30);
const fake = makeFakeServer({
  tickets: asked,
  setupNeeded: query.has('setup'),
  ...(query.has('setup') || query.has('out') ? { session: null } : {}),
});
setTransport(fake.transport);
Object.assign(globalThis, { EventSource: SilentStream, fake });
history.replaceState(null, '', query.get('go') ?? '/');
void startApp();
