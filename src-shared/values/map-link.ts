// A link that shows an address on a map: in the computer's own map program (RFC 5870), or on the
// page of a map that somebody chose. Nothing is fetched by it.

import { isWebAddress } from './web-address.ts';

/** Where the address goes in the address of a map. */
export const mapPlace = '{address}';

/** `map`: the address of a map's search page; empty: the computer's own program. */
export function mapLink(address: string, map: string): string {
  const sought = encodeURIComponent(address);
  const own = `${start}${sought}`;
  if (!/^https?:\/\//.test(map)) return own;
  const link = map.includes(mapPlace) ? map.replaceAll(mapPlace, sought) : `${map}${sought}`;
  return isWebAddress(link) ? link : own;
}

const start = 'geo:0,0?q=';

/** Whether it is such a link to the computer's own program, and says nothing else. */
export const isMapLink = (link: string): boolean =>
  link.startsWith(start) && /^[\w.!~*'()%-]+$/.test(link.slice(start.length));
