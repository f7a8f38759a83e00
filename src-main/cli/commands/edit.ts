// edit: one field of everybody in a view, by the same bulk edit as the window's.

import { foldText } from '../../../src-shared/domain/fold.ts';
import type { Kind } from '../../../src-shared/domain/kind.ts';
import { fail, type Result } from '../../../src-shared/domain/result.ts';
import type { Reader } from '../../../src-shared/fields/field.ts';
import {
  type BulkPreview,
  planBulk,
  type Refused,
} from '../../../src-shared/records/bulk/open-bulk.ts';
import { isMany, placesOf } from '../../../src-shared/records/bulk/places.ts';
import { runBulk } from '../../../src-shared/records/bulk/run-bulk.ts';
import type { BulkEdit } from '../../../src-shared/records/intents/bulk-edit.ts';
import { createItemParser } from '../../../src-shared/values/parse-item.ts';
import { sayIfKnown } from '../../../src-shared/words/say.ts';
import { yieldNow } from '../../host/yield-now.ts';
import { say } from '../../say.ts';
import type { AskedEdit, Where } from '../command-line.ts';
import { people } from '../listed-kind.ts';
import { type Answer, answer, withProfile } from '../profile.ts';
import { idsWhere } from '../where.ts';

export const editPeople = (
  dir: string,
  where: Where,
  { field, value, dryRun }: AskedEdit,
): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book, settings, context }) => {
    const listed = await idsWhere(book, people, where);
    if (!listed.ok) return listed;
    const kinds = await book.kinds();
    const kind = kinds.get('person');
    const { locale, defaultCountry: country } = settings.read();
    const reader = { language: locale === '' ? 'en' : locale, country, now: Date.now };
    const edit = kind === undefined ? undefined : editOf(kind, field, value, reader);
    if (edit === undefined) return fail('bad-value', { field, value });
    const { ids, words } = listed.value;
    const planned = await planBulk(book.store, ids, edit, {
      of: { collection: 'people', kind: 'person' },
      kinds,
      reader,
      yieldNow,
    });
    if (!planned.ok) return planned;
    const { preview } = planned.value;
    if (dryRun) return answer(numbersOf(preview, 0), linesOf('cli.wouldEdit', preview, 0), words);
    const done = await runBulk(book.store, planned.value, context());
    if (!done.ok) return done;
    const { count, left, refused } = done.value;
    const all = { ...preview, changes: count, refused: [...preview.refused, ...refused] };
    return answer(numbersOf(all, left), linesOf('cli.edited', all, left), words);
  });

const aliases: { readonly [name: string]: string } = { tag: 'tags', bucket: 'buckets' };

/** An empty value empties the field. By the field's name, or what the team calls its own. */
function editOf(kind: Kind, asked: string, value: string, reader: Reader): BulkEdit | undefined {
  const name = aliases[asked] ?? asked;
  const places = placesOf(kind);
  const place =
    places.find((one) => one.name === name) ??
    places.find((one) => labelsOf(one.name, kind).includes(foldText(asked)));
  if (place === undefined) return undefined;
  const field = place.name;
  if (value.trim() === '') return { type: 'clear', field };
  if (place.at === 'set') {
    const parsed = createItemParser(reader.country)(field, { value });
    if (parsed.length === 0 || parsed.some(({ problem }) => problem !== undefined))
      return undefined;
    const items = parsed.map(({ value: text, more }) => ({
      value: text,
      ...(more === undefined ? {} : { more }),
    }));
    return { type: 'put', field, items };
  }
  const typed = place.field.typed(value, reader);
  if (typed === undefined) return undefined;
  if (!isMany(place)) return { type: 'set', field, value: typed, isOnlyEmpty: false };
  const items = [typed].flat().filter((one) => typeof one === 'string');
  return { type: 'put', field, items: items.map((one) => ({ value: one })) };
}

const labelsOf = (name: string, { fields }: Kind): string[] =>
  [fields[name]?.own?.label, sayIfKnown(`field.person.${name}`)].flatMap((label) =>
    label === undefined ? [] : foldText(label),
  );

const numbersOf = ({ changes, same, refused }: BulkPreview, left: number) => ({
  changes,
  same,
  left,
  refused: refused.map(({ why, count }) => ({ why, count })),
});

function linesOf(
  words: 'cli.edited' | 'cli.wouldEdit',
  { changes, same, refused }: BulkPreview,
  left: number,
): string[] {
  return [
    say(words, { changes, same }),
    ...(left === 0 ? [] : [say('cli.editLeft', { left })]),
    ...refused.map(({ why, count }: Refused) => `${say(`bulk.why.${why}`, { count })}.`),
  ];
}
