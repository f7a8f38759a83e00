// Web addresses as feeds write them.

const longest = 2_000;

/** Absolute http(s) address without credentials, or '' for anything else. */
export function webAddress(text: string | undefined, base?: string): string {
  if (text === undefined || text.length > longest || text.trim() === '') return '';
  const url = URL.parse(text.trim(), base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return '';
  if (url.username !== '' || url.password !== '') [url.username, url.password] = ['', ''];
  return url.href.length > longest ? '' : url.href;
}

/** A web address or a mailto: link, or undefined. */
export function linkAddress(text: string | undefined, base?: string): string | undefined {
  const web = webAddress(text, base);
  if (web !== '') return web;
  const mail = text?.trim() ?? '';
  return onlyAddress.test(mail) ? mail : undefined;
}

/**
 * One address and nothing else (RFC 6068 allows headers, and some programs `attach`): no
 * query, no second address, nothing that is written by its code.
 */
const onlyAddress = /^mailto:[\p{L}\p{N}.!#$'*+=^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{1,200}$/iu;

const tracking = /^(?:utm_.+|fbclid|gclid|mc_cid|mc_eid|ref_src|source|rss)$/;

/** The same page in one spelling: by it an item that comes by two feeds is known. */
export function canonicalLink(link: string): string {
  if (!URL.canParse(link)) return link;
  const url = new URL(link);
  for (const name of new Set(url.searchParams.keys()))
    if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${url.search}`;
}
