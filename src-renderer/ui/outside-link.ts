// A link that another program opens: the mail program, the phone, the browser. The desktop
// application asks first, and knows such a link by its opening a window.

import { isInElectron } from '../host/electron-port.ts';

export const outsideLink = (
  href: string,
): { href: string; target?: '_blank'; rel?: 'noopener noreferrer' } =>
  isInElectron() || href.startsWith('http')
    ? { href, target: '_blank', rel: 'noopener noreferrer' }
    : { href };

/** Follows such a link without a click on it. */
export function openOutside(href: string): void {
  if (outsideLink(href).target === undefined) window.location.assign(href);
  else window.open(href, '_blank', 'noopener,noreferrer');
}
