// People who were one and are taken apart: on the other laptop, in the middle of a chain, or
// while others stay with whom they were one.

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import {
  emailsOf,
  expectEqual,
  meet,
  merge,
  person,
  send,
  twoWith,
} from '../../support/records/two-laptops.ts';

test('merged here and taken apart there: who stays has what the other has, as long as they are one', async () => {
  for (const isAliceFirst of [true, false]) {
    const team = await twoWith(2);
    const { alice, bob, ids } = team;
    const [keep = '', gone = ''] = ids;
    const [first, second] = isAliceFirst ? [alice, bob] : [bob, alice];
    await merge(first, keep, gone);
    await send(first, second, [keep]);
    await merge(second, keep, gone);
    await first.done({ type: 'undo' });
    await meet(team);
    const [one, two] = [await alice.doc('people', keep), await alice.doc('people', gone)];
    const isOne = two.status === 'merged';
    expect(emailsOf(one).includes('p1@example.com')).toBe(isOne);
    await expectEqual(team);
  }
});

test('B into A, A into C: whoever takes out A or B, nothing of them is left above', async () => {
  for (const isHere of [true, false])
    for (const isMiddle of [true, false]) {
      const team = await twoWith(3);
      const { alice, bob, ids } = team;
      const [c = '', a = '', b = ''] = ids;
      await merge(alice, a, b);
      await merge(alice, c, a);
      await meet(team);
      await (isHere ? alice : bob).done({ type: 'unmerge', gone: isMiddle ? a : b });
      await meet(team);
      const top = await alice.doc('people', c);
      const rest = isMiddle ? [] : [1];
      expect(emailsOf(top)).toEqual([0, ...rest].map((at) => `p${at}@example.com`));
      expect(top.note).toBe([0, ...rest].map((at) => `About ${at}\nMet in 200${at}`).join('\n'));
      await expectEqual(team);
    }
});

/** With an address and a note each: whoever stands for them has both. */
function expectHas(keeper: RecordDoc, ...people: number[]): void {
  for (const at of people) {
    expect(emailsOf(keeper)).toContain(`p${at}@example.com`);
    expect(keeper.note.split('\n')).toContain(`About ${at}`);
  }
}

test('A into B here, undone; A into C and C into B there: B has what A had', async () => {
  for (const [isLonger, isHeard] of [
    [false, false],
    [false, true],
    [true, false],
  ]) {
    const team = await twoWith(4);
    const { alice, bob, ids } = team;
    const [a = '', b = '', c = '', d = ''] = ids;
    await merge(alice, b, a);
    await merge(bob, c, a);
    if (isLonger) await merge(bob, d, c);
    // B has it from A by now, so it takes nothing of A's from C.
    await send(alice, bob, [b]);
    await merge(bob, b, isLonger ? d : c);
    if (isHeard) await send(bob, alice, ids);
    await alice.done({ type: 'undo' });
    await meet(team);
    const keeper = await alice.doc('people', b);
    expect(keeper.status).toBe('live');
    expectHas(keeper, 0, 1, 2, ...(isLonger ? [3] : []));
    await expectEqual(team);
  }
});

test('who is taken apart from a keeper takes nothing along that somebody else in it has, too', async () => {
  for (const isUndone of [false, true]) {
    const team = await twoWith(3);
    const { alice, ids } = team;
    const [a = '', b = '', c = ''] = ids;
    const same = { value: 'shared@example.com' };
    for (const id of [b, c])
      await alice.done({
        type: 'edit',
        changes: [
          { type: 'set-put', ref: person(id), set: 'emails', item: same },
          { type: 'field', ref: person(id), field: 'nickname', value: 'Sam' },
        ],
      });
    const { action } = await merge(alice, a, b);
    await merge(alice, a, c);
    await alice.done(isUndone ? { type: 'undo', action } : { type: 'unmerge', gone: b });
    const keeper = await alice.doc('people', a);
    expect(emailsOf(keeper).toSorted()).toEqual([
      'p0@example.com',
      'p2@example.com',
      'shared@example.com',
    ]);
    expect(keeper.fields['nickname']).toBe('Sam');
    await meet(team);
    await expectEqual(team);
  }
});

test('what was taken out of a keeper does not come back when somebody else is taken apart from it', async () => {
  const { alice, ids } = await twoWith(3);
  const [a = '', b = '', c = ''] = ids;
  await merge(alice, a, b);
  await merge(alice, a, c);
  const taken = (await alice.doc('people', a)).sets['emails']?.find(
    ({ value }) => value === 'p2@example.com',
  );
  const out = { set: 'emails', itemId: taken?.id ?? '' };
  await alice.done({ type: 'edit', changes: [{ type: 'set-remove', ref: person(a), ...out }] });
  await alice.done({ type: 'unmerge', gone: b });
  expect(emailsOf(await alice.doc('people', a))).toEqual(['p0@example.com']);
});
