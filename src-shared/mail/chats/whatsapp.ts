// A chat as WhatsApp writes it down: one message a line, those of several lines go on below,
// and lines of the program itself, which nobody wrote, in between.

import { safeText } from '../../feeds/safe-words.ts';
import { foldText } from '../../domain/fold.ts';
import type { MailAddress } from '../mail-types.ts';
import { createNamer, type Namer } from './chat-names.ts';
import type { Chat, ChatLine } from './chat-types.ts';
import { dayNumber, orderOfDays } from './day-order.ts';
import { type Begun, beginOf } from './whatsapp-line.ts';

const longestMessage = 20_000;
/** The program writes sentences, and people have names. */
const longestName = 60;

export function readWhatsApp(text: string, file: string, country: string | undefined): Chat {
  const written = linesOf(text);
  const days = written.map(({ numbers }) => numbers);
  const order = orderOfDays(days, written[0]?.sign ?? '', country);
  const name = createNamer(country);
  const lines: ChatLine[] = [];
  for (const one of written) {
    const day = dayNumber(one.numbers, order);
    const said = saidIn(one, name);
    if (day === undefined || said === undefined) continue;
    lines.push({ ...said, wall: day + one.minutes * 60_000 + one.seconds * 1_000 });
  }
  const writers = new Map(
    lines.flatMap(({ who }) => (who === undefined ? [] : [[who.address, who] as const])),
  );
  const isGroup = writers.size > 2;
  const title = titleOf(file);
  const us = isGroup ? undefined : ownOf([...writers.values()], title);
  return {
    network: 'WhatsApp',
    title: isGroup ? title : '',
    isGroup,
    lines: us === undefined ? lines : lines.map((line) => withoutUs(line, us)),
  };
}

const withoutUs = (line: ChatLine, us: MailAddress): ChatLine =>
  line.who?.address === us.address ? { ...line, who: undefined } : line;

/** Each with the lines below it. */
function linesOf(text: string): Begun[] {
  const written: Begun[] = [];
  let last: Begun | undefined;
  for (const line of text.split('\n')) {
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
    const begun = beginOf(plain);
    if (begun !== undefined) {
      last = begun;
      written.push(begun);
    } else if (last !== undefined && last.rest.length < longestMessage) last.rest += `\n${plain}`;
  }
  return written;
}

/** Written by the program in nobody's name, or behind the name of the chat. */
function saidIn({ rest, isMarked }: Begun, name: Namer): Omit<ChatLine, 'wall'> | undefined {
  const at = rest.indexOf(': ');
  const end = at === -1 && rest.trimEnd().endsWith(':') ? rest.lastIndexOf(':') : at;
  if (end < 1 || end > longestName) return undefined;
  const writer = rest.slice(0, end);
  // “Ana changed the subject to “Tour: May””: nobody is called so.
  if (/[“”"«»„\n]/.test(writer)) return undefined;
  const text = rest.slice(end + 1).trim();
  // Files, places and what was left out of the file stay; what the program says goes.
  if (isMarked && !kept.test(text.slice(0, 300))) return undefined;
  return { who: name(writer), text: safeText(text).slice(0, longestMessage) };
}

const kept =
  /https?:|<|omitted|weggelassen|ausgeschlossen|omitid|omiss|omess|omis\b|omise|weggelaten|pomini|utelämna|udelad|utelatt|atlandı|пропущен|отсутствует|استبعاد|مستبعد|省略|생략|diabaikan|bỏ qua/i;

/** Of two who write, the one the file is called after is the other. */
function ownOf(writers: readonly MailAddress[], title: string): MailAddress | undefined {
  const folded = foldText(title);
  const isOther = ({ name, address }: MailAddress): boolean =>
    name === '' ? sameNumber(address, title) : folded.endsWith(foldText(name));
  const others = writers.filter(isOther);
  return others.length === 1 && writers.length === 2
    ? writers.find((one) => one !== others[0])
    : undefined;
}

const sameNumber = (address: string, title: string): boolean => {
  const digits = title.replace(/\D/g, '');
  return digits.length >= 7 && address.endsWith(digits);
};

const beginnings =
  /^(?:whatsapp[ -]chat(?:[ -]+(?:with|mit|met|con|-))?|(?:chat|conversa|discussion|conversation|czat|чат) (?:de |do |di |в )?whatsapp (?:con|com|avec|z|с)|محادثة واتساب مع)[ -]*/iu;

/** As the file is called, or what it was packed in. */
function titleOf(file: string): string {
  const parts = file.split('/').map((part) => part.replace(/\.(?:txt|zip)$/i, ''));
  const own = parts.findLast((part) => part !== '' && part !== '_chat') ?? '';
  return own
    .replace(/ ?\(\d+\)$/, '')
    .replace(beginnings, '')
    .trim()
    .slice(0, 200);
}
