// Every draft as a file that a mail program opens, in one archive.

import { strToU8, zipSync } from 'fflate';

import { fileNames } from '../../../../src-shared/care/everything.ts';
import { mailFile } from '../../../../src-shared/drafts/eml.ts';
import { messageIdOf, type Run } from '../../../../src-shared/drafts/run.ts';
import { downloadBlob } from '../../../ui/download.ts';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import type { Row } from './rows.ts';

/** Those must be ready. */
export function saveAll(run: Run, rows: readonly Row[]): void {
  const at = Date.now();
  const names = fileNames(
    rows.map(({ person }) => `${person === undefined ? '' : nameOrNone(person)}.eml`),
  );
  const files = Object.fromEntries(
    rows.map(({ words, check, draft }, place): [string, Uint8Array] => [
      names[place] ?? `${place}.eml`,
      strToU8(
        mailFile({
          to: check.to[0] ?? '',
          ...words,
          at,
          id: messageIdOf(run.id, draft.person),
        }),
      ),
    ]),
  );
  const bytes = new Uint8Array(zipSync(files));
  const [name = 'drafts'] = fileNames([run.name]);
  downloadBlob(new Blob([bytes], { type: 'application/zip' }), `${name}.zip`);
}
