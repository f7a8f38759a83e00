// export --kind promises: both ways, as a table.

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { promise } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { promiseCsv, promisedTo } from '../../../src-shared/transfer/export/promise-csv.ts';
import { failureOfDisk } from '../../host/book/condition/errors.ts';
import { say } from '../../say.ts';
import { type Answer, answer, withProfile } from '../profile.ts';
import { writableAt } from '../target-file.ts';

/** Without `out` they go to standard output. */
export const exportPromises = (dir: string, out: string | undefined): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book }) => {
    const path = resolve(out ?? '');
    const place = out === undefined ? ok(null) : writableAt(path);
    if (!place.ok) return place;
    const docs: RecordDoc[] = [];
    for await (const batch of book.store.scan('work'))
      docs.push(...batch.filter(({ kind, status }) => kind === promise.kind && status === 'live'));
    const ids = [...new Set(docs.flatMap(promisedTo))];
    const names = new Map<string, string>();
    for (const of of ['people', 'groups'] as const)
      for (const [id, { name }] of await book.store.get(of, ids)) names.set(id, name);
    const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
    const text = promiseCsv(docs, (id) => names.get(id) ?? '', { now: Date.now(), zone });
    if (out === undefined) {
      process.stdout.write(text);
      return answer(null, []);
    }
    try {
      writeFileSync(`${path}.part`, text);
      renameSync(`${path}.part`, path);
    } catch (error) {
      rmSync(`${path}.part`, { force: true });
      const failure = failureOfDisk(error);
      return failure === undefined
        ? fail('file-unwritable', { path })
        : { ok: false, error: failure };
    }
    const rows = docs.length;
    return answer({ file: path, rows }, [say('cli.exportedPromises', { rows, path })]);
  });
