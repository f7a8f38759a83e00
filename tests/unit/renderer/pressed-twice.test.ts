// The same asked twice by one double click is done once.

import { expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';

import { oncePerPress } from '../../../src-renderer/data/pressed-twice.ts';

function counted(answers: { ok: boolean }[] = []) {
  let now = Date.now();
  const sent: unknown[] = [];
  const once = oncePerPress(() => now);
  return {
    sent,
    wait: (ms: number) => (now += ms),
    press: (what: unknown, made: string[] = []) =>
      once(
        what,
        async () => {
          sent.push(what);
          await Promise.resolve();
          return answers.shift() ?? { ok: true };
        },
        made,
      ),
    make: () => ({
      type: 'create',
      records: [{ id: uuidv7({ msecs: now }), kind: 'call', fields: { when: now } }],
    }),
  };
}

it('is done once, though each press makes an id and a time of its own', async () => {
  const { press, make, sent, wait } = counted();
  const log = (call = make()) =>
    press(
      call,
      call.records.map(({ id }) => id),
    );
  const first = log();
  wait(20);
  expect(await log()).toEqual({ answer: { ok: true }, isAgain: true });
  expect(await first).toEqual({ answer: { ok: true }, isAgain: false });
  wait(120);
  expect(await log()).toMatchObject({ isAgain: true });
  expect(sent).toHaveLength(1);
  wait(400);
  expect(await log()).toMatchObject({ isAgain: false });
});

it('is done again after it failed, and after something else', async () => {
  const { press, sent } = counted([{ ok: false }]);
  const keep = { type: 'edit', changes: [{ id: 'a', value: 'kept' }] };
  await press(keep);
  await press(keep);
  await press({ ...keep, changes: [{ id: 'a', value: 'open' }] });
  await press(keep);
  expect(sent).toHaveLength(4);
});

it('tells apart what is about two records that were there before', async () => {
  const { press, sent } = counted();
  for (const id of [uuidv7({ msecs: 1 }), uuidv7({ msecs: 2 })]) await press({ type: 'trash', id });
  expect(sent).toHaveLength(2);
});

it('tells apart what is about two records that were made a moment ago', async () => {
  const { press, sent } = counted();
  const [first, second] = [uuidv7(), uuidv7()];
  for (const action of [second, second, first]) await press({ type: 'undo', action });
  for (const ids of [
    [first, second],
    [second, first],
  ])
    await press({ type: 'set-order', ids });
  expect(sent).toHaveLength(4);
});
