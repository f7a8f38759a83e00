// Fields that the team defined for roles leave with each role and come back into that role;
// private ones only where that was asked for.

import { expect, it } from 'vitest';

import { ownKey, teamKey } from '../../../src-shared/domain/own-values.ts';
import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { checked, exportRows, exportText } from '../../support/transfer/export-text.ts';
import { allOf, importFile, sessionOf } from '../../support/transfer/imports.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const fields = [
  { label: 'Shift', type: 'choice' as const, options: ['Day', 'Late; or "night"'] },
  { label: 'Keys', type: 'choices' as const, options: ['Door', 'Till'] },
  { label: 'Pay', type: 'money' as const, currency: 'GBP' },
  { label: 'Trial ends', type: 'day' as const },
  { label: 'title = 100%', type: 'text' as const },
  { label: 'Desk', type: 'number' as const },
].map((field) => defineField({ kind: 'tie', ...field }));

const day = {
  Shift: 'day',
  Keys: ['door', 'till'],
  Pay: { amount: '12.50', currency: 'GBP' },
  'Trial ends': '2026-03-12',
  'title = 100%': 'a=b;c,\nd\\n',
  Desk: 'by the window',
};
const night = { Shift: 'late-or-night', Keys: ['till'] };
const plainRole = { Desk: '4' };
type Values = { [label: string]: NewRecord['fields'] | string | string[] };

const namesOf = (ids: readonly string[]): Map<string, string> =>
  new Map(ids.map((id, at) => [String(fields[at]?.fields?.['label'] as string), teamKey(id)]));

function filled(keys: ReadonlyMap<string, string>, values: Values) {
  const all = Object.entries(values).map(([label, value]) => [keys.get(label) ?? '', value]);
  const lists = all.filter(([, value]) => Array.isArray(value)) as [string, string[]][];
  return {
    fields: Object.fromEntries(all.filter(([, value]) => !Array.isArray(value))) as NonNullable<
      NewRecord['fields']
    >,
    sets: Object.fromEntries(lists.map(([key, codes]) => [key, codes.map((value) => ({ value }))])),
  };
}

/** Somebody with two roles at one company, alike but for such a field, and one elsewhere. */
async function bookWithRoles(
  roles: readonly [string, Values][] = usual,
): Promise<{ book: Replica; ids: string[] }> {
  const book = openReplica('alice');
  const { ids } = await book.done(create(...fields));
  const made = await book.done(
    create(
      { kind: 'person', fields: { given: 'Ana' }, sets: { emails: [{ value: 'ana@x.example' }] } },
      { kind: 'organisation', fields: { name: 'Acme' } },
      { kind: 'organisation', fields: { name: 'Bolt' } },
    ),
  );
  const [ana = '', acme = '', bolt = ''] = made.ids;
  for (const [at, values] of roles) {
    const own = filled(namesOf(ids), values);
    const role = { type: 'role', from: ana, to: at === 'Acme' ? acme : bolt, title: 'Clerk' };
    await book.done(create({ kind: 'tie', fields: { ...role, ...own.fields }, sets: own.sets }));
  }
  return { book, ids };
}
const usual: readonly [string, Values][] = [
  ['Acme', day],
  ['Acme', night],
  ['Bolt', plainRole],
];

/** Each role as its company and what stands in such fields, whichever book it is of. */
async function rolesOf({ store }: Pick<Replica, 'store'>, ids: readonly string[]) {
  const groups = new Map<string, string>(
    (await allOf(store, 'groups')).map(({ id, name }) => [id, name]),
  );
  const textOf = (doc: RecordDoc): string => {
    const own = [...namesOf(ids)].flatMap(([label, key]) => {
      const value = doc.fields[key] ?? doc.sets[key]?.map((item) => item.value);
      return value === undefined ? [] : [[label, value] as const];
    });
    const at = groups.get(String(doc.fields['to'] as string)) ?? '';
    return JSON.stringify([at, Object.fromEntries(own)]);
  };
  return (await allOf(store, 'ties')).map(textOf).sort();
}

const expected = (roles: readonly (readonly [string, Values])[]): string[] => {
  const order = fields.map((field) => String(field.fields?.['label'] as string));
  const sorted = (values: Values) =>
    Object.fromEntries(order.flatMap((label) => (label in values ? [[label, values[label]]] : [])));
  return roles.map(([at, values]) => JSON.stringify([at, sorted(values)])).sort();
};

const formats = ['rapport-csv', 'vcard-4', 'vcard-3'] as const;

it.each(formats)('as %s: each role of another book has what was its own', async (format) => {
  const { book } = await bookWithRoles();
  const other = openReplica('bob');
  const { ids } = await other.done(create(...fields));
  const text = await exportText(book.store, format);
  await importFile(text, { store: other.store });
  expect(await rolesOf(other, ids)).toEqual(expected(usual));
  const [ana] = await allOf(other.store, 'people');
  expect(ana?.sets['custom'] ?? []).toEqual([]);
  const again = await importFile(text, { store: other.store });
  expect(again.report).toMatchObject({ created: 0, updated: 0 });
});

it.each(formats)('as %s: the same book has nothing new by it', async (format) => {
  const { book } = await bookWithRoles();
  const { report } = await importFile(await exportText(book.store, format), { store: book.store });
  expect(report).toMatchObject({ created: 0, updated: 0 });
  expect(await allOf(book.store, 'ties')).toHaveLength(3);
});

it.each(formats)('as %s: a book without such fields keeps it with the company', async (format) => {
  const { book } = await bookWithRoles([['Bolt', plainRole]]);
  const { store } = await importFile(await exportText(book.store, format));
  const [ana] = await allOf(store, 'people');
  expect(ana?.sets['custom']).toMatchObject([{ label: 'Desk (Bolt)', value: '4' }]);
});

it('in a card it stands beside company and title, further roles in groups of their own', async () => {
  const { book } = await bookWithRoles([
    ['Bolt', plainRole],
    ['Acme', { Desk: '1' }],
  ]);
  const text = await exportText(book.store, 'vcard-4');
  expect(text).toContain('\r\nORG:Acme\r\nTITLE:Clerk\r\nX-RAPPORT-ROLE:Desk=1\r\n');
  const further = ['ORG:Bolt', 'TITLE:Clerk', 'ROLE:Desk=4'];
  expect(text).toContain(further.map((line) => `item1.X-RAPPORT-${line}\r\n`).join(''));
  const { issues } = await checked(book.store, 'vcard-4');
  expect(issues).toMatchObject([{ code: 'first-role-shown', rows: 1 }]);
});

it.each(['vcard-4', 'vcard-3'])('as %s: a role that is over comes back as one', async (format) => {
  const over = { title: 'Clerk', start: '2010', until: '2012-05-01', department: 'A, b; c' };
  const now = { title: 'Clerk', start: '2015-02' };
  const { book } = await bookWithRoles([]);
  const [ana] = await allOf(book.store, 'people');
  const [acme] = await allOf(book.store, 'groups');
  const role = { type: 'role', from: ana?.id ?? '', to: acme?.id ?? '' };
  const ties = [over, now].map((said) => ({ kind: 'tie', fields: { ...role, ...said } }));
  await book.done(create(...ties));
  const { store } = await importFile(await exportText(book.store, format));
  const back = (await allOf(store, 'ties')).map(({ fields }) => fields);
  for (const said of [over, now]) expect(back).toContainEqual(expect.objectContaining(said));
  expect(back).toHaveLength(2);
  expect(back.filter(({ until }) => until === undefined)).toHaveLength(1);
});

it('of a card with two companies each has its own', async () => {
  const other = openReplica('bob');
  const { ids } = await other.done(create(...fields));
  const jobs = 'a.ORG:Acme\r\nb.ORG:Bolt\r\nb.X-RAPPORT-ROLE:Desk=2\r\na.X-RAPPORT-ROLE:Desk=1';
  const card = `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Roe\r\n${jobs}\r\nEND:VCARD\r\n`;
  await importFile(card, { name: 'ana.vcf', store: other.store });
  const held = [
    ['Acme', { Desk: '1' }],
    ['Bolt', { Desk: '2' }],
  ] as const;
  expect(await rolesOf(other, ids)).toEqual(expected(held));
});

it('a cell that was changed changes that role alone, is said before, and is taken back', async () => {
  const { book, ids } = await bookWithRoles([
    ['Acme', { Desk: '1' }],
    ['Bolt', { Desk: '2' }],
  ]);
  const text = await exportText(book.store, 'rapport-csv');
  const [header = '', row = '', ...rest] = text.split('\r\n');
  const columns = header.split(',');
  const cells = row.split(',');
  const at = columns.findIndex(
    (name, index) => /^"?role \d field Desk"?$/.test(name) && cells[index] === '2',
  );
  const changed = [header, cells.with(at, '22').join(','), ...rest].join('\r\n');
  const session = sessionOf(changed);
  await session.plan({}, book.store);
  expect(session.rows(0, 5).rows[0]?.changes).toMatchObject([
    { name: 'Desk', old: '2', new: '22' },
  ]);
  const done = await session.apply(book.store, book.context);
  if (!done.ok) throw new Error(done.error.code);
  const held = (desk: string) =>
    expected([
      ['Acme', { Desk: '1' }],
      ['Bolt', { Desk: desk }],
    ]);
  expect(await rolesOf(book, ids)).toEqual(held('22'));
  await book.done({ type: 'undo', action: done.value.action });
  expect(await rolesOf(book, ids)).toEqual(held('2'));
});

it.each([...formats, 'google-csv'])(
  'as %s: private fields of a role leave only where that was asked for, and it is said',
  async (format) => {
    const { book } = await bookWithRoles([]);
    const [secret = ''] = (
      await book.done(
        create(defineField({ kind: 'tie', label: 'Secret', type: 'text', isPrivate: true })),
      )
    ).ids;
    const [ana] = await allOf(book.store, 'people');
    const [acme] = await allOf(book.store, 'groups');
    const key = ownKey({ id: secret, isPrivate: true });
    const role = { type: 'role', from: ana?.id ?? '', to: acme?.id ?? '' };
    await book.done(create({ kind: 'tie', fields: { ...role, [key]: 'whispered' } }));
    const plain = await exportText(book.store, format);
    for (const text of ['Secret', 'whispered', 'p:']) expect(plain).not.toContain(text);
    const said = async (withPrivateFields: boolean) =>
      (await checked(book.store, format, { withPrivateFields })).issues.filter(
        ({ code }) => code === 'private-left-out',
      );
    expect(await said(false)).toMatchObject([{ rows: 1, examples: [{ name: 'Ana' }] }]);
    expect(await said(true)).toEqual([]);
    if (format === 'google-csv') return;
    const asked = await exportText(book.store, format, { withPrivateFields: true });
    for (const text of ['Secret', 'whispered']) expect(asked).toContain(text);
    await importFile(asked.replace('whispered', 'murmured'), { store: book.store });
    const [tie] = await allOf(book.store, 'ties');
    expect(tie?.fields[key]).toBe('murmured');
  },
);

it('another program has no place for it, which is said', async () => {
  const { book } = await bookWithRoles([['Bolt', plainRole]]);
  const { issues } = await checked(book.store, 'google-csv');
  expect(issues).toContainEqual(
    expect.objectContaining({ code: 'field-left-out', field: 'Desk', rows: 1 }),
  );
  const [row] = await exportRows(book.store, 'rapport-csv');
  expect(row?.['role 1 field Desk']).toBe('4');
});
