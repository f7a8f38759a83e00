// Dialogs are made by one component, which keeps the focus and what was typed.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..', 'src-renderer');

it('makes every dialog by ui/dialog.tsx', () => {
  const files = globSync('**/*.tsx', { cwd: root });
  const own = files.filter((file) =>
    /\b(?:Modal|Drawer)\b/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(own).toEqual([join('ui', 'dialog.tsx')]);
});
