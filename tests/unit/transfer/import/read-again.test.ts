// A large file's rows are read a second time when they are needed: nobody can tell.
import { readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

import { allOf, fixture, importFile, type Imported } from '../../../support/transfer/imports.ts';

const files = readdirSync(new URL('../../../fixtures/import/', import.meta.url)).filter((name) =>
  /\.(?:csv|vcf)$/.test(name),
);

it.each(files)('%s comes in the same when nothing of it is kept', async (name) => {
  const [kept, again] = [await imported(name), await imported(name, 0)];
  expect(again).toEqual(kept);
});

it('rows of one person are joined in order, quotes and line breaks included', async () => {
  const rows = [
    'First Name,Last Name,Email,Phone,Company,Notes',
    'Ann,Lee,ann@x.example,,Acme,"first\nline, ""quoted"""',
    'Ben,Roe,ben@x.example,,,',
    'Ann,Lee,ann@x.example,+49 30 1234567,Vogel,second',
    'Ann,Lee,"ann@x.example, lee@y.example",,,"third"',
  ].join('\r\n');
  const [kept, again] = [
    await contentsOf(await importFile(rows)),
    await contentsOf(await importFile(rows, { mostKept: 0 })),
  ];
  expect(again).toEqual(kept);
  expect(kept.people[0]?.note).toContain('third');
});

async function imported(name: string, mostKept?: number) {
  const options = { name, country: 'DE', ...(mostKept === undefined ? {} : { mostKept }) };
  try {
    return await contentsOf(await importFile(fixture(name), options));
  } catch (error) {
    return String(error);
  }
}

async function contentsOf({ store, session, preview, report }: Imported) {
  const people = (await allOf(store, 'people')).map(({ fields, sets, note, name }) => ({
    fields,
    sets: { ...sets, buckets: (sets['buckets'] ?? []).length },
    note,
    name,
  }));
  const ties = (await allOf(store, 'ties')).map(({ fields }) => fields['title']);
  const { action: _action, ...counts } = report;
  const { rows } = session.rows(0, 1_000);
  return { people, ties, counts, rows, preview };
}
