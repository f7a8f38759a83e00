// Looks at a page as it is drawn: text that is cut off, that leaves the window or lies on
// other text, and words that the pseudo-language did not reach.

import type { Page } from 'playwright-core';

/** Names of products and keys, words of Intl, and what of an address remains. */
const knownWords =
  /\b(?:Rapport|apport|Salesforce|HubSpot|Google Contacts|CSV|TSV|JSON|OPML|vCard|vcf|Google|Outlook|HubSpot|Salesforce|Zoho|Pipedrive|Mailchimp|LinkedIn|Apple|iCloud|Wi-Fi|UTF|ISO|Windows|Unicode|ASCII|Ctrl|Shift|Alt|Enter|Escape|Esc|Tab|Space|and|or|YYYY|MM|DD)\b/g;

/** What stands wrong on the page, one line each. `data`: Latin letters that are no phrase. */
export async function layoutFindings(page: Page, data?: RegExp): Promise<string[]> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity,
      ),
  );
  // What floats beside something follows it in the frame after the window changed its size.
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }),
  );
  const { findings, texts } = await page.evaluate(look);
  const english = texts
    .filter((text) => isEnglish(data === undefined ? text : text.replace(data, '')))
    .map((text) => `English: ${text}`);
  return [...new Set([...findings, ...english])];
}

/** The pseudo-language has accented these letters everywhere. */
function isEnglish(text: string): boolean {
  const left = text
    .replace(/\S+@\S+|https?:\S+|\S+\.(?:csv|example|opml|rapport|local)\S*/g, '')
    // Where a folder is.
    .replace(/(?:\/[\w.-]+){2,}/g, '')
    .replace(knownWords, '');
  return /[A-Za-z]*[aceghijklnorstuwyz][A-Za-z]+|[A-Za-z]+[aceghijklnorstuwyz]/.test(left);
}

/** Runs in the page. */
function look(): { findings: string[]; texts: string[] } {
  type Box = { left: number; right: number; top: number; bottom: number };
  type Drawn = { text: string; owner: Element; box: Box };

  const findings: string[] = [];
  const texts: string[] = [];
  const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 70);

  const isShown = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 1 &&
      height > 1 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      getComputedStyle(element).clipPath === 'none'
    );
  };
  const above = function* (element: Element): Generator<Element> {
    for (let at: Element | null = element; at !== null; at = at.parentElement) yield at;
  };
  /** Cut on purpose, with the whole text at hand. */
  const isShortened = (element: Element, text: string): boolean => {
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    return [...above(element)]
      .slice(0, 4)
      .some((one) =>
        ['title', 'aria-label'].some((name) =>
          (one.getAttribute(name) ?? '').includes(text.trim().slice(0, 40)),
        ),
      );
  };
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
  const cuts = (value: string): boolean => value === 'hidden' || value === 'clip';

  /** What of a text can be seen, after all that cuts and scrolls around it. */
  const seen = ({ text, owner, box }: Drawn): Box | undefined => {
    const left: Box = { ...box };
    for (const one of above(owner)) {
      const style = getComputedStyle(one);
      if (style.clipPath !== 'none') return undefined;
      if (one === document.body || style.overflowX === 'visible') continue;
      const edge = one.getBoundingClientRect();
      if (cuts(style.overflowX) && !isShortened(owner, text)) {
        if (left.right > edge.right + 1 || left.left < edge.left - 1)
          findings.push(`cut off at the side: ${short(text)}`);
      }
      if (cuts(style.overflowY) && !isShortened(owner, text)) {
        if (left.bottom > edge.bottom + 3 || left.top < edge.top - 3)
          findings.push(`cut off below or above: ${short(text)}`);
      }
      if (scrolls(style.overflowX) || scrolls(style.overflowY) || cuts(style.overflowX)) {
        left.left = Math.max(left.left, edge.left);
        left.right = Math.min(left.right, edge.right);
        left.top = Math.max(left.top, edge.top);
        left.bottom = Math.min(left.bottom, edge.bottom);
      }
      if (style.position === 'fixed') break;
    }
    return left.right - left.left > 2 && left.bottom - left.top > 2 ? left : undefined;
  };

  const drawn: Drawn[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    const text = node.textContent ?? '';
    if (owner === null || !/\p{L}|\d/u.test(text) || /^(?:SCRIPT|STYLE)$/.test(owner.tagName))
      continue;
    // Lists that are closed hold what Intl calls languages and countries.
    if (owner.closest('[role="option"]') !== null && !isShown(owner)) continue;
    texts.push(short(text));
    if (!isShown(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects())
      drawn.push({ text, owner, box: { left, right, top, bottom } });
  }
  for (const element of document.querySelectorAll('*'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
      const text = element.getAttribute(name);
      if (text !== null && element.closest('[aria-hidden="true"]') === null)
        texts.push(short(text));
    }
  for (const field of document.querySelectorAll<HTMLInputElement>('input')) {
    const isChosen = field.readOnly || field.value === '';
    if (isChosen && field.scrollWidth > field.clientWidth + 1 && isShown(field))
      findings.push(`a field is too narrow: ${field.value || field.placeholder}`);
  }

  const dialog = [...document.querySelectorAll('[role="dialog"]')].findLast(isShown);
  const visible = drawn
    .filter(({ owner }) => dialog === undefined || dialog.contains(owner))
    .flatMap((one) => {
      const box = seen(one);
      return box === undefined ? [] : [{ ...one, box }];
    });
  for (const { text, box } of visible) {
    if (box.right > innerWidth + 1 || box.left < -1)
      findings.push(`leaves the window: ${short(text)}`);
  }
  const scrollers = [
    document.documentElement,
    ...document.querySelectorAll('.main, [role="dialog"]'),
  ];
  for (const one of scrollers)
    if (one.scrollWidth > one.clientWidth + 1 && isShown(one))
      findings.push(`scrolls sideways: ${one.tagName} ${one.className}`);

  const isPlaced = (element: Element): boolean =>
    [...above(element)].some((one) => /fixed|sticky/.test(getComputedStyle(one).position));
  const still = visible.filter(({ owner }) => dialog !== undefined || !isPlaced(owner));
  /** Lists and hints lie over the page on purpose; within one nothing lies on other text. */
  const layerOf = (element: Element): Element | null =>
    element.closest('[role="menu"], [role="listbox"], [role="tooltip"]');
  still.sort((a, b) => a.box.top - b.box.top);
  for (const [at, one] of still.entries()) {
    for (const other of still.slice(at + 1)) {
      if (other.box.top > one.box.bottom) break;
      if (one.owner === other.owner || one.owner.contains(other.owner)) continue;
      if (other.owner.contains(one.owner)) continue;
      if (layerOf(one.owner) !== layerOf(other.owner)) continue;
      const wide =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high =
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 3 && high > 5)
        findings.push(`lies on other text: ${short(one.text)} / ${short(other.text)}`);
    }
  }
  return { findings, texts };
}
