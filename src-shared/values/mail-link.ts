// A link that has the mail program write to several people at once, none of whom sees the
// others (RFC 6068): their addresses and nothing else.

/** What systems hand on to a mail program without cutting it off. */
const longest = 1_900;
const start = 'mailto:?bcc=';

const address = /^[\p{L}\p{N}.!#$&'*+=^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{1,200}$/u;

export const canBeWrittenTo = (text: string): boolean => address.test(text);

/** As many links as it takes, each with how many it is to. All must be such that can be written to. */
export function mailLinks(addresses: readonly string[]): { link: string; count: number }[] {
  const links: { link: string; count: number }[] = [];
  for (const one of addresses.map(encodeURIComponent)) {
    const last = links.at(-1);
    if (last === undefined || last.link.length + one.length + 1 > longest)
      links.push({ link: `${start}${one}`, count: 1 });
    else links[links.length - 1] = { link: `${last.link},${one}`, count: last.count + 1 };
  }
  return links;
}

/** Whether it is such a link: it says neither what is written nor what is attached. */
export function isMailLink(link: string): boolean {
  if (!link.startsWith(start) || link.length > longest) return false;
  try {
    return link
      .slice(start.length)
      .split(',')
      .every((one) => !/[&?#\s]/.test(one) && canBeWrittenTo(decodeURIComponent(one)));
  } catch {
    // Written by codes that say nothing.
    return false;
  }
}

/**
 * Has the mail program begin a mail to one person with these words; undefined where it is too
 * long for what systems hand on, or the address is none that can be written to.
 */
export function draftLink(to: string, subject: string, text: string): string | undefined {
  if (!canBeWrittenTo(to)) return undefined;
  const lines = text.replace(/\r?\n/gu, '\r\n');
  const said = [
    ...(subject.trim() === '' ? [] : [`subject=${encodeURIComponent(subject.trim())}`]),
    ...(lines.trim() === '' ? [] : [`body=${encodeURIComponent(lines)}`]),
  ].join('&');
  const link = `mailto:${encodeURIComponent(to)}${said === '' ? '' : `?${said}`}`;
  return link.length > longest ? undefined : link;
}

/** Whether it is such a link: to one, with a subject and a text and nothing else. */
export function isDraftLink(link: string): boolean {
  const [, to = '', said = ''] = /^mailto:([^?&#\s]+)(?:\?([^?#\s]*))?$/u.exec(link) ?? [];
  if (to === '' || link.length > longest) return false;
  try {
    const parts = said === '' ? [] : said.split('&');
    const names = parts.map((part) => /^(subject|body)=([^=]*)$/u.exec(part)?.[1]);
    for (const part of parts) decodeURIComponent(part);
    return (
      canBeWrittenTo(decodeURIComponent(to)) &&
      !names.includes(undefined) &&
      new Set(names).size === names.length
    );
  } catch {
    // Written by codes that say nothing.
    return false;
  }
}
