import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';

import { roleWords } from '../../../src-renderer/lists/use-role-lines.ts';
import { recordOf } from '../../support/store/sample-records.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

const role = (until?: string) =>
  recordOf({
    id: 'r',
    kind: 'tie',
    fields: {
      type: 'role',
      from: 'p',
      to: 'o',
      title: 'Baker',
      ...(until === undefined ? {} : { until }),
    },
  });

test('a role that is over is not told as if somebody had it still', () => {
  const today = '2026-05-01';
  expect(roleWords(role(), 'Korn', today)).toBe('Baker, Korn');
  expect(roleWords(role('2026-12'), 'Korn', today)).toBe('Baker, Korn');
  expect(roleWords(role('2019'), 'Korn', today)).toBe('Formerly Baker, Korn');
  expect(roleWords(role('2026-04-30'), '', today)).toBe('Formerly Baker');
});
