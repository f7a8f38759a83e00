// Links that have a messenger begin a message to somebody: by their number, or by what they are
// called there. They say to whom and nothing else.

export type Messenger = 'sms' | 'whatsapp' | 'signal' | 'telegram' | 'threema';
export type MessengerLink = { messenger: Messenger; href: string };

/** As `phones` stores a number: international ones begin with `+`. */
export function linksOfNumber(phone: string): MessengerLink[] {
  if (!/^\+?\d{3,20}$/.test(phone)) return [];
  const sms = { messenger: 'sms', href: `sms:${phone}` } as const;
  // Messengers know numbers with their country only.
  if (!/^\+\d{7,15}$/.test(phone)) return [sms];
  return [
    sms,
    { messenger: 'whatsapp', href: `https://wa.me/${phone.slice(1)}` },
    { messenger: 'signal', href: `https://signal.me/#p/${phone}` },
    { messenger: 'telegram', href: `https://t.me/${phone}` },
  ];
}

/** `service`: which messenger it is of, where the value does not begin with that. */
export function linkOfChat(value: string, service: string): MessengerLink | undefined {
  const [, scheme = '', rest = ''] = /^(?:([a-z]+):)?\/*(.*)$/iu.exec(value.trim()) ?? [];
  const named = services.find(({ names }) => names.test(scheme === '' ? service : scheme));
  const href = named?.link(rest.replace(/^@/u, ''));
  return named === undefined || href === undefined
    ? undefined
    : { messenger: named.messenger, href };
}

type Service = {
  messenger: Messenger;
  names: RegExp;
  /** Undefined for what is no name there. */
  link: (name: string) => string | undefined;
};

const byNumber =
  (messenger: Messenger): Service['link'] =>
  (name) =>
    linksOfNumber(name.replace(/[\s()./-]/gu, '')).find((one) => one.messenger === messenger)?.href;

const services: readonly Service[] = [
  { messenger: 'whatsapp', names: /^whats ?app$/iu, link: byNumber('whatsapp') },
  { messenger: 'signal', names: /^(?:signal|sgnl)$/iu, link: byNumber('signal') },
  {
    messenger: 'telegram',
    names: /^(?:telegram|tg)$/iu,
    link: (name) =>
      /^[a-z]\w{3,31}$/iu.test(name) ? `https://t.me/${name}` : byNumber('telegram')(name),
  },
  {
    messenger: 'threema',
    names: /^threema$/iu,
    link: (name) =>
      /^[\da-z*][\da-z]{7}$/iu.test(name) ? `https://threema.id/${name.toUpperCase()}` : undefined,
  },
];

/** Whether it has the phone begin a text message to one number, and says nothing else. */
export const isSmsLink = (link: string): boolean => /^sms:\+?\d{3,20}$/.test(link);
