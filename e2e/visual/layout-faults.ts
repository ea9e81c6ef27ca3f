/**
 * What an eye would mind about the layout, found by measuring instead of comparing pixels: letters are a little wider or
 * narrower on every machine, but nowhere may they be cut off, stand upon each other or leave the window.
 * Runs inside the page, so it may use nothing of this file but itself.
 */
export function layoutFaults(): string[] {
  const faults = new Set<string>();
  const slack = 1.5;
  const own =
    'button, [role="button"], label, legend, th, h1, h2, h3, nav a, [role="tab"], [role="menuitem"]';
  const tell = (what: string, element: Element, more: string) => {
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
    faults.add(`${what}: <${element.tagName.toLowerCase()}> «${words}» ${more}`);
  };
  /** Words that are only heard: held in one pixel, as such words are hidden. */
  const isForReaders = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (at.clientWidth <= 1 && getComputedStyle(at).overflowX === 'hidden') {
        return true;
      }
    }
    return false;
  };
  const isShown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 1 &&
      height > 1 &&
      !isForReaders(element) &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const clips = (style: CSSStyleDeclaration) =>
    style.overflowX !== 'visible' && !scrolls(style.overflowX);
  const hasText = (element: Element) =>
    [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
  /** Everything around it that does not let it out, the innermost first. */
  const holdersOf = (element: Element): Element[] => {
    const holders: Element[] = [];
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX !== 'visible' || overflowY !== 'visible') {
        holders.push(at);
      }
    }
    return holders;
  };

  const lookAtWidth = (element: Element, style: CSSStyleDeclaration) => {
    const { scrollWidth, clientWidth } = element;
    if (!clips(style) || scrollWidth <= clientWidth + slack) {
      return;
    }
    if (style.textOverflow !== 'ellipsis') {
      tell('cut off', element, `${scrollWidth} > ${clientWidth}`);
    } else if (element.closest(own) && !element.closest('[title], [aria-label], [data-number]')) {
      tell('own words are cut off', element, `${scrollWidth} > ${clientWidth}`);
    }
  };
  const lookAtHeight = (element: Element, style: CSSStyleDeclaration) => {
    const { scrollHeight, clientHeight } = element;
    const isClamped = style.webkitLineClamp !== 'none' || style.display === 'inline';
    if (style.overflowY === 'hidden' && !isClamped && scrollHeight > clientHeight + 4) {
      tell('cut off at the bottom', element, `${scrollHeight} > ${clientHeight}`);
    }
  };
  const lookAtPlace = (element: Element, style: CSSStyleDeclaration) => {
    const { left, right } = element.getBoundingClientRect();
    const [holder] = holdersOf(element);
    if (!holder) {
      if (style.position !== 'fixed' && (right > innerWidth + slack || left < -slack)) {
        tell('leaves the window', element, `${Math.round(left)} to ${Math.round(right)}`);
      }
      return;
    }
    const around = getComputedStyle(holder);
    const over = right - holder.getBoundingClientRect().right;
    const isMeant = [style, around].some(({ textOverflow }) => textOverflow === 'ellipsis');
    if (clips(around) && !isMeant && over > slack) {
      tell('leaves what holds it', element, `by ${Math.round(over)} px`);
    }
  };

  /** Where a finger would press, unless that has been scrolled away. */
  const pressPoint = (control: Element) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + Math.min(height / 2, 20)];
    const isIn = (box: { left: number; right: number; top: number; bottom: number }) =>
      x > box.left && x < box.right && y > box.top && y < box.bottom;
    const isInSight =
      isIn({ left: 0, right: innerWidth, top: 0, bottom: innerHeight }) &&
      holdersOf(control).every((holder) => isIn(holder.getBoundingClientRect()));
    return isInSight ? { x, y } : null;
  };
  const lookAtReach = (control: Element) => {
    const point = pressPoint(control);
    const hit = point && document.elementFromPoint(point.x, point.y);
    const isFree =
      !hit ||
      control.contains(hit) ||
      hit.contains(control) ||
      hit.closest('label')?.contains(control) === true;
    if (!isFree && getComputedStyle(control).pointerEvents !== 'none') {
      tell('lies under something', control, `under <${hit.tagName} ${hit.getAttribute('class')}>`);
    }
  };

  const isColumn = (element: Element) => {
    const { display, flexDirection } = getComputedStyle(element);
    return display === 'block' || (display === 'flex' && flexDirection === 'column');
  };
  const lookAtEdges = () => {
    const panels = [...document.querySelectorAll('main section, main form > div')].filter(isShown);
    for (const [parent, inside] of Map.groupBy(panels, ({ parentElement }) => parentElement)) {
      const lefts = inside.map((panel) => Math.round(panel.getBoundingClientRect().left));
      if (parent && isColumn(parent) && Math.max(...lefts) - Math.min(...lefts) > 2) {
        tell('left edges differ', parent, [...new Set(lefts)].join(', '));
      }
    }
  };

  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  if (scrollWidth > clientWidth) {
    faults.add(`the page is ${scrollWidth - clientWidth} px wider than the window`);
  }
  // Inside the console only its parts scroll; below them is nothing.
  if (document.querySelector('#content') && scrollHeight > clientHeight) {
    faults.add(`the page is ${scrollHeight - clientHeight} px longer than the window`);
  }
  const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) => !(element instanceof SVGElement) && isShown(element),
  );
  for (const element of shown.filter(hasText)) {
    const style = getComputedStyle(element);
    lookAtWidth(element, style);
    lookAtHeight(element, style);
    lookAtPlace(element, style);
  }
  shown
    .filter((element) => element.matches('button, a[href], input, textarea, select, summary'))
    .forEach(lookAtReach);
  lookAtEdges();
  return [...faults];
}
