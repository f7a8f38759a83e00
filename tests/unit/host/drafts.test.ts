// Drafts wait in the memory of the host: the newest ones, and none that was let go.

import { expect, test } from 'vitest';

import { draftHandlers } from '../../../src-main/host/services/draft-handlers.ts';

test('a draft is kept until it is let go, and the newest stay where there are very many', async () => {
  const drafts = draftHandlers();
  const keep = (of: string, text: string) => drafts['drafts.keep']({ of, text });
  await keep('one', 'begun');
  await keep('two', 'also');
  await keep('one', 'begun again');
  await keep('two', '');
  expect(await drafts['drafts.read']({})).toEqual({
    ok: true,
    value: [{ of: 'one', text: 'begun again' }],
  });
  for (let at = 0; at < 300; at += 1) await keep(`many ${at}`, 'x');
  const read = await drafts['drafts.read']({});
  const names = read.ok ? read.value.map(({ of }) => of) : [];
  expect(names).toHaveLength(200);
  expect(names.at(-1)).toBe('many 299');
  expect(names).not.toContain('one');
});
