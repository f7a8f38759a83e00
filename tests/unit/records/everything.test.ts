// What somebody is given of what is known of them.
import { expect, it } from 'vitest';

import { everythingHtml, fileNames } from '../../../src-shared/care/everything.ts';

it('is words, whatever stands in it', () => {
  const bad = `<script>alert(1)</script><img src="x" onerror='y'>&amp;`;
  const html = everythingHtml({
    language: 'de',
    direction: 'ltr',
    title: bad,
    lines: [bad],
    columns: { what: 'Was', value: 'Wert', source: 'Quelle' },
    sections: [
      { title: bad, rows: [{ what: bad, value: bad, source: bad }] },
      { title: 'Nothing', rows: [] },
    ],
  });
  expect(html).not.toMatch(/<script|<img|Nothing/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain(`default-src 'none'`);
});

it('names files so that each is kept, and none leads elsewhere', () => {
  expect(fileNames(['a.txt', 'A.TXT', '../../x', '..', 'b:c'])).toEqual([
    'a.txt',
    '2 A.TXT',
    '__.._x',
    '_',
    'b_c',
  ]);
});
