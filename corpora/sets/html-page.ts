/** What runs inside the browser. Each function is sent as text: it may use nothing of this file but its arguments. */

/** Reports every way in which a script can show itself. Installed before anything else in every frame. */
export const watchScripts = (): void => {
  const target = globalThis as unknown as Record<string, unknown> & {
    corpusRan?: (what: string) => void;
  };
  const report = (what: string): void => target.corpusRan?.(what);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'fetch']) {
    target[name] = () => {
      report(name);
      return null;
    };
  }
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'dir', 'table', 'trace']) {
    (console as unknown as Record<string, unknown>)[name] = () => report(`console.${name}`);
  }
  document.write = () => report('document.write');
  navigator.sendBeacon = () => {
    report('sendBeacon');
    return false;
  };
  // "0" is the frame with the letter.
  const ownNames = new Set([...Object.getOwnPropertyNames(globalThis), 'corpusNewNames', '0']);
  target['corpusNewNames'] = () =>
    Object.getOwnPropertyNames(globalThis).filter((name) => !ownNames.has(name));
};

/** Puts each cleaned vector into an element of its own, as the console does with a quotation. */
export const fillByInnerHtml = (vectors: readonly string[]): void => {
  for (const vector of vectors) {
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = vector;
  }
};

/**
 * Fires every event at every element and follows every link that is not plainly an address;
 * answers with what no cleaned letter may contain, found by looking at the tree itself.
 */
export const pokeAndInspect = (eventNames: readonly string[]): readonly string[] => {
  const frame = document.querySelector<HTMLIFrameElement>('iframe#letter');
  const tree = frame === null ? document : frame.contentDocument;
  if (tree === null) {
    return ['the frame left its address'];
  }
  const found: string[] = [];
  const forbidden =
    /^(?:script|style|iframe|frame|frameset|object|embed|applet|link|meta|base|form|input|button|select|textarea|svg|math|template|noscript|audio|video|portal|fencedframe)$/i;
  const honest = /^(?:https?|mailto|tel):|^#/i;
  const inspectAttribute = (element: Element, attribute: Attr): void => {
    if (/^on/i.test(attribute.name)) {
      found.push(`${element.localName} has ${attribute.name}`);
    }
    const isAddress = /(?:href|src|action|data|poster|ping|background)$/i.test(attribute.name);
    const isOurs =
      attribute.name.startsWith('data-remote') || /^data:image\/(?!svg)/i.test(attribute.value);
    if (isAddress && !isOurs && !honest.test(attribute.value)) {
      found.push(`${element.localName} has ${attribute.name}=${attribute.value.slice(0, 60)}`);
    }
    if (/^(?:id|name)$/i.test(attribute.name) && !attribute.value.startsWith('mail-')) {
      found.push(`${element.localName} is called ${attribute.value.slice(0, 60)}`);
    }
  };
  const inspectElement = (element: Element): void => {
    const isForeign = element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
    if (isForeign || forbidden.test(element.localName) || element.localName.includes('-')) {
      found.push(`element ${element.localName}`);
    }
    for (const attribute of element.attributes) {
      inspectAttribute(element, attribute);
    }
    const { position } = tree.defaultView?.getComputedStyle(element) ?? { position: 'static' };
    if (position !== 'static') {
      found.push(`element ${element.localName} is ${position}`);
    }
  };
  const poke = (element: Element): void => {
    for (const name of eventNames) {
      element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    }
    if (element instanceof HTMLAnchorElement || element.localName === 'a') {
      const address = element.getAttribute('href') ?? '';
      if (address !== '' && !honest.test(address)) {
        (element as HTMLAnchorElement).target = '';
        (element as HTMLAnchorElement).click();
      }
    }
  };
  for (const element of tree.body.querySelectorAll('*')) {
    inspectElement(element);
    poke(element);
  }
  const newNames = (globalThis as unknown as { corpusNewNames?: () => string[] }).corpusNewNames;
  return [...found, ...(newNames?.() ?? []).map((name) => `new global ${name}`)];
};
