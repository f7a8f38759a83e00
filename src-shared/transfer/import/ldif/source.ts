// An LDIF file as a source of people.

import { fail, ok, type Result } from '../../../domain/result.ts';
import { createItemParser } from '../../../values/parse-item.ts';
import type { ImportFileInfo, ImportOptions } from '../../import-types.ts';
import { type Incoming, isTooLarge } from '../entry/incoming.ts';
import { type FileSyntax, type ImportSource, maxRows, type ReadWork } from '../source.ts';
import type { Decoded } from '../text/decode.ts';
import { personOfCard } from '../vcard/person.ts';
import { cardOfEntry, isListEntry } from './card.ts';
import { type Entry, readEntries } from './entries.ts';

export const ldifSyntax: FileSyntax = {
  recognises: (text) =>
    /^(?:version: *\d+\r?\n)?(?:#.*\r?\n|\s)*dn::? ?\S/i.test(text.slice(0, 20_000)),
  open: (name, decoded, options) => ok(ldifSource(name, decoded, options)),
};

const atOnce = 200;

function ldifSource(name: string, decoded: Decoded, options: ImportOptions): ImportSource {
  const text = decoded.text.slice(0);
  const parse = createItemParser(options.country);
  const incomingOf = (entry: Entry): Incoming =>
    personOfCard(cardOfEntry(entry), entry.line, parse, () => undefined);
  const infoOf = (rows: number): ImportFileInfo => ({
    file: '',
    name,
    format: 'ldif',
    program: 'LDIF',
    charset: decoded.charset,
    letters: decoded.letters,
    columns: [],
    rows,
    remarks: decoded.remarks,
  });
  return {
    isExact: false,
    reread: ({ line, at, end }) => {
      const [entry] = readEntries(text.slice(at, end));
      return incomingOf({ ...(entry ?? nothing), line });
    },
    info: (work) =>
      eachEntry(text, work, () => undefined).then((read) =>
        read.ok ? ok(infoOf(read.value)) : read,
      ),
    async readInto(planner, work) {
      const read = await eachEntry(text, work, (entry) => {
        const { line, at, end, lines } = entry;
        const cells = [lines.join('\n')];
        const size = cells[0]?.length ?? 0;
        const shown = entry.values.get('cn')?.[0] ?? '';
        if (!entry.values.has('dn')) return planner.refuse(line, 'not-a-card', cells);
        if (isListEntry(entry)) return planner.pass(line, 'list-without-people', shown);
        const incoming = incomingOf(entry);
        if (isTooLarge(incoming, size)) return planner.refuse(line, 'cell-too-large', [], shown);
        planner.take(incoming, { line, at, end }, cells);
      });
      return read.ok ? ok(infoOf(read.value)) : read;
    },
  };
}

const nothing: Entry = { line: 1, at: 0, end: 0, values: new Map(), lines: [] };

/** How many there were; what only says the version is none. */
async function eachEntry(
  text: string,
  work: ReadWork,
  take: (entry: Entry) => void,
): Promise<Result<number>> {
  let taken = 0;
  for (const entry of readEntries(text)) {
    if (!entry.values.has('dn') && entry.values.has('version')) continue;
    if (entry.lines.every((line) => line.startsWith('#'))) continue;
    take(entry);
    taken += 1;
    if (taken > maxRows) return fail('file-too-large', { rows: taken, limit: maxRows });
    if (taken % atOnce !== 0) continue;
    if (work.signal?.aborted === true) return fail('cancelled');
    await work.yieldNow();
  }
  return work.signal?.aborted === true ? fail('cancelled') : ok(taken);
}
