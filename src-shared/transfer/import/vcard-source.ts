// A file of vCards as a source of people.

import { fail, ok, type Result } from '../../domain/result.ts';
import type { ImportFileInfo, ImportOptions, ImportRemark } from '../import-types.ts';
import { addOnce, type ValueReader } from './add-value.ts';
import { cardUid } from './card-uid.ts';
import type { Decoded } from './decode.ts';
import { isTooLarge, makeItem } from './incoming.ts';
import { createPhoneParser } from './normalise-phone.ts';
import type { Planner } from './plan.ts';
import { type ImportSource, maxRows, type ReadWork } from './source.ts';
import { type Card, parseCard } from './vcard-card.ts';
import { type CardText, maxCardLength, readCards } from './vcard-lines.ts';
import { isList, personOfCard } from './vcard-person.ts';

export const looksLikeCards = (text: string): boolean =>
  /^\s*BEGIN\s*:\s*VCARD\s*$/im.test(text.slice(0, 20_000));

const atOnce = 200;

export function vcardSource(name: string, decoded: Decoded, options: ImportOptions): ImportSource {
  const { text } = decoded;
  const infoOf = (rows: number, remarks: ImportRemark[]): ImportFileInfo => ({
    file: '',
    name,
    format: 'vcard',
    profile: /^PRODID.*Apple/im.test(text.slice(0, 20_000)) ? 'apple-vcard' : 'vcard',
    charset: decoded.charset,
    columns: [],
    rows,
    remarks: [...decoded.remarks, ...remarks],
  });
  return {
    isExact: false,
    async info(work) {
      let rows = 0;
      const read = await eachCard(text, work, () => void (rows += 1));
      return read.ok ? ok(infoOf(rows, [])) : read;
    },
    async readInto(planner, work) {
      const reader: ValueReader = { phone: createPhoneParser(options.country) };
      const remarks: ImportRemark[] = [];
      let rows = 0;
      const lists = await listsIn(text, work);
      const read = await eachCard(text, work, (card) => {
        rows += 1;
        if (card.problem === 'file-truncated')
          remarks.push({ code: 'file-truncated', line: card.line });
        takeCard(planner, card, reader, lists);
      });
      return read.ok ? ok(infoOf(rows, remarks)) : read;
    },
  };
}

async function eachCard(
  text: string,
  work: ReadWork,
  take: (card: CardText) => void,
): Promise<Result<null>> {
  let taken = 0;
  for (const card of readCards(text)) {
    take(card);
    taken += 1;
    if (taken > maxRows) return fail('file-too-large', { rows: taken, limit: maxRows });
    if (taken % atOnce !== 0) continue;
    if (work.signal?.aborted === true) return fail('cancelled');
    await work.yieldNow();
  }
  return work.signal?.aborted === true ? fail('cancelled') : ok(null);
}

function takeCard(
  planner: Pick<Planner, 'take' | 'refuse'>,
  card: CardText,
  reader: ValueReader,
  lists: Lists,
): void {
  const cells = [['BEGIN:VCARD', ...card.lines, 'END:VCARD'].join('\n')];
  const named = card.lines.find((line) => /^FN[;:]/i.test(line))?.replace(/^[^:]*:/, '') ?? '';
  const size = card.lines.reduce((sum, line) => sum + line.length, 0);
  if (card.problem === 'not-a-card') return planner.refuse(card.line, 'not-a-card', card.lines);
  if (card.problem !== undefined)
    return planner.refuse(
      card.line,
      card.problem === 'nested' ? 'card-unreadable' : card.problem,
      cells,
      named,
    );
  if (size > maxCardLength)
    return planner.refuse(card.line, 'cell-too-large', [cells[0]?.slice(0, 1_000) ?? ''], named);
  const parsed = parseCard(card.lines);
  if (parsed.properties.length === 0)
    return planner.refuse(card.line, 'card-unreadable', cells, named);
  if (isList(parsed)) return planner.refuse(card.line, 'card-is-a-list', cells, named);
  const incoming = personOfCard(parsed, card.line, reader);
  for (const name of lists.get(uidOf(parsed)) ?? []) addOnce(incoming, 'tags', makeItem(name));
  if (isTooLarge(incoming, size))
    return planner.refuse(card.line, 'cell-too-large', [cells[0]?.slice(0, 1_000) ?? ''], named);
  planner.take(incoming, cells);
}

/** Names of the lists that each card is a member of, by the card's UID. */
type Lists = ReadonlyMap<string, string[]>;

/** Apple's and RFC 6350's group cards name their members by UID, before or after them. */
async function listsIn(text: string, work: ReadWork): Promise<Lists> {
  const lists = new Map<string, string[]>();
  if (!/KIND[^:\n]*:\s*group/i.test(text)) return lists;
  await eachCard(text, work, ({ lines, problem }) => {
    if (problem !== undefined) return;
    const card = parseCard(lines);
    const name = valueOf(card, 'fn').slice(0, 200);
    if (!isList(card) || name === '') return;
    for (const property of card.properties) {
      if (!['member', 'x-addressbookserver-member'].includes(property.name)) continue;
      const uid = memberUid(property.values[0] ?? '');
      lists.set(uid, [...(lists.get(uid) ?? []), name]);
    }
  });
  return lists;
}

const valueOf = ({ properties }: Card, wanted: string): string =>
  properties.find(({ name }) => name === wanted)?.values[0]?.trim() ?? '';
const uidOf = (card: Card): string => memberUid(valueOf(card, 'uid'));
/** Lists do not always keep the case. */
const memberUid = (text: string): string => cardUid(text).toLowerCase();
