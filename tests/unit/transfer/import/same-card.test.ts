// A card that comes again, from the same file or another, is known by its UID.
import { describe, expect, it } from 'vitest';

import { exportText } from '../../../support/transfer/export-text.ts';
import { allOf, importFile, valuesOf } from '../../../support/transfer/imports.ts';

const card = (uid: string, ...lines: string[]): string =>
  ['BEGIN:VCARD', 'VERSION:4.0', `UID:${uid}`, ...lines, 'END:VCARD', ''].join('\r\n');
const ann = 'urn:uuid:4FBE8971-0BC3-424C-9C26-36C3E1EFF6B1';

describe('the same card', () => {
  it('is taken for its person, whatever name and addresses it has now', async () => {
    const { store } = await importFile(card(ann, 'FN:Ann Lee', 'EMAIL:ann@old.example'));
    const married = card(ann, 'FN:Ann Roe', 'EMAIL:ann@new.example');
    const { session, preview } = await importFile(married, { store });
    expect(preview.counts).toEqual({ create: 0, update: 1, skip: 0, cannot: 0 });
    expect(session.rows(0, 1).rows[0]).toMatchObject({
      action: 'update',
      match: { name: 'Ann Lee', because: 'same-card' },
      reasons: ['same-card'],
    });
    const people = await allOf(store, 'people');
    expect(people.map(({ name }) => name)).toEqual(['Ann Roe']);
    expect(valuesOf(people[0], 'emails')).toEqual(['=ann@old.example', '=ann@new.example']);
  });

  it('comes before an e-mail that somebody else has, too', async () => {
    const { store } = await importFile(
      card(ann, 'FN:Ann Lee') + card('b', 'FN:Ann Lee', 'EMAIL:lee@x.example'),
    );
    const { session } = await importFile(card(ann, 'FN:Ann Lee', 'EMAIL:lee@x.example'), { store });
    const { match, candidates } = session.rows(0, 1).rows[0] ?? {};
    expect(match?.because).toBe('same-card');
    expect(candidates?.map(({ because }) => because)).toEqual(['same-email']);
  });

  it('is the same however its UID is written, and another only by its letters', async () => {
    const { store } = await importFile(card(ann, 'FN:Ann Lee') + card('X:abc', 'FN:Ben Roe'));
    const bare = ann.slice('urn:uuid:'.length).toLowerCase();
    const again = await importFile(card(bare, 'FN:Ann Roe') + card('X:ABC', 'FN:Cy Roe'), {
      store,
    });
    expect(again.preview.counts).toMatchObject({ create: 1, update: 1 });
  });

  it('of somebody who was exported from this book is taken for them', async () => {
    const { store } = await importFile('First Name,Last Name\nAnn,Lee\n');
    for (const format of ['vcard-3', 'vcard-4'] as const) {
      const cards = (await exportText(store, format)).replaceAll(/\bAnn\b/g, 'Anna');
      const { session, preview } = await importFile(cards, { store });
      expect(session.rows(0, 1).rows[0]?.match?.because).toBe('same-card');
      expect(preview.counts.create).toBe(0);
    }
    const [anna] = await allOf(store, 'people');
    expect(anna?.name).toBe('Anna Lee');
    expect(valuesOf(anna, 'ids')).toEqual([]);
  });

  it('does not make one person of many where a program gives every card one UID', async () => {
    const file = card('0', 'FN:Ann Lee') + card('0', 'FN:Ben Roe');
    const { store, preview } = await importFile(file);
    expect(preview.counts.create).toBe(2);
    expect((await importFile(file, { store })).preview.counts).toMatchObject({ skip: 2 });
  });
});
