// Shows a call that came from the push service, and opens what it is about. It touches no other request of the page.
/** What the server sends: title, body, tag, path within the console. */
const callIn = (event) => {
  try {
    return event.data?.json() ?? {};
  } catch {
    return {};
  }
};

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

self.addEventListener('push', (event) => {
  const { title = 'Otklik', body = '', tag = 'otklik', path = '/' } = callIn(event);
  event.waitUntil(
    (async () => {
      // Whoever looks at Otklik sees it there.
      if ((await windows()).some((one) => one.focused)) {
        return;
      }
      await self.registration.showNotification(title, {
        body,
        tag,
        renotify: true,
        data: { path },
      });
    })(),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const given = event.notification.data?.path;
  const target = new URL(typeof given === 'string' ? given : '/', self.location.origin);
  // Never out of our own house, whatever was sent.
  const url = target.origin === self.location.origin ? target.href : self.location.origin;
  event.waitUntil(
    (async () => {
      const open = (await windows()).find((one) => one.url === url);
      await (open ? open.focus() : self.clients.openWindow(url));
    })(),
  );
});

// The browser has changed its address by itself: the server has to know the new one.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(
    (async () => {
      const options = event.oldSubscription?.options;
      if (!options) {
        return;
      }
      const fresh =
        event.newSubscription ?? (await self.registration.pushManager.subscribe(options));
      const { endpoint, keys } = fresh.toJSON();
      await fetch('/api/v1/me/devices', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ endpoint, keys }),
      });
    })(),
  );
});
