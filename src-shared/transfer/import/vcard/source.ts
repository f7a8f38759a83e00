// A file of vCards as a source of people.

import { ok } from '../../../domain/result.ts';
import type { ImportFileInfo, ImportOptions, ImportRemark } from '../../import-types.ts';
import { addOnce } from '../entry/add-value.ts';
import type { Decoded } from '../text/decode.ts';
import { eachCard } from './each-card.ts';
import { addRemark, type Incoming, isTooLarge, makeItem } from '../entry/incoming.ts';
import { createItemParser, type ItemParser } from '../../../values/parse-item.ts';
import type { Planner } from '../plan/plan.ts';
import type { FileSyntax, ImportSource } from '../source.ts';
import { type Card, parseCard } from './card.ts';
import { isList, type Lists, readLists } from './lists.ts';
import { type CardText, maxCardLength, readCards } from './cut-cards.ts';
import { personOfCard } from './person.ts';

export const vcardSyntax: FileSyntax = {
  recognises: (text) => /^\s*BEGIN\s*:\s*VCARD\s*$/im.test(text.slice(0, 20_000)),
  open: (name, decoded, options) => ok(vcardSource(name, decoded, options)),
};

function vcardSource(name: string, decoded: Decoded, options: ImportOptions): ImportSource {
  const text = decoded.text.slice(0);
  const infoOf = (rows: number, remarks: ImportRemark[]): ImportFileInfo => ({
    file: '',
    name,
    format: /^PRODID.*Apple/im.test(text.slice(0, 20_000)) ? 'apple-vcard' : 'vcard',
    program: 'vCard',
    charset: decoded.charset,
    letters: decoded.letters,
    columns: [],
    rows,
    remarks: [...decoded.remarks, ...remarks],
  });
  const parse = createItemParser(options.country);
  let lists: Lists | undefined;
  return {
    isExact: false,
    reread: ({ line, at, end }) => {
      const [card] = readCards(text.slice(at, end), true);
      return incomingOf(parseCard(card?.lines ?? []), line, parse, lists);
    },
    async info(work) {
      let rows = 0;
      const read = await eachCard(text, work, () => void (rows += 1));
      return read.ok ? ok(infoOf(rows, [])) : read;
    },
    async readInto(planner, work) {
      const remarks: ImportRemark[] = [];
      let rows = 0;
      const known = await readLists(text, work);
      lists = known;
      const read = await eachCard(text, work, (card) => {
        rows += 1;
        if (card.open === 'at-end' || card.open === 'in-line')
          remarks.push({ code: 'file-truncated', line: card.line });
        takeCard(planner, card, parse, known);
      });
      return read.ok ? ok(infoOf(rows, remarks)) : read;
    },
  };
}

function takeCard(
  planner: Pick<Planner, 'take' | 'refuse' | 'pass'>,
  card: CardText,
  parse: ItemParser,
  lists: Lists,
): void {
  const cells = [['BEGIN:VCARD', ...card.lines, 'END:VCARD'].join('\n')];
  const named = card.lines.find((line) => /^FN[;:]/i.test(line))?.replace(/^[^:]*:/, '') ?? '';
  const size = card.lines.reduce((sum, line) => sum + line.length, 0);
  if (card.problem === 'not-a-card') return planner.refuse(card.line, 'not-a-card', card.lines);
  if (size > maxCardLength)
    return planner.refuse(card.line, 'cell-too-large', [cells[0]?.slice(0, 1_000) ?? ''], named);
  const parsed = parseCard(card.lines);
  if (parsed.properties.length === 0)
    return planner.refuse(card.line, 'card-unreadable', cells, named);
  if (isList(parsed)) {
    const reason = lists.hasMembers(parsed) ? 'card-is-a-list' : 'list-without-people';
    return planner.pass(card.line, reason, named);
  }
  const incoming = incomingOf(parsed, card.line, parse, lists);
  if (card.open !== undefined) addRemark(incoming, 'card-without-end');
  if (card.open === 'in-line') addRemark(incoming, 'line-cut-off');
  if (isTooLarge(incoming, size))
    return planner.refuse(card.line, 'cell-too-large', [cells[0]?.slice(0, 1_000) ?? ''], named);
  planner.take(incoming, { line: card.line, at: card.at, end: card.end }, cells);
}

/** With the lists that the card is on. */
function incomingOf(
  card: Card,
  line: number,
  parse: ItemParser,
  lists: Lists | undefined,
): Incoming {
  const incoming = personOfCard(card, line, parse, (uid) => lists?.nameOf(uid));

  for (const name of lists?.namesOf(card) ?? []) {
    if (incoming.kind === 'person') incoming.buckets.push({ name });
    else addOnce(incoming, 'tags', makeItem(name));
  }
  return incoming;
}
