// A backup that leaves the profile carries the attached files, encrypted as they are there,
// behind the book's bytes and before the wrapped key, so that one file is enough:
//
//   the book | files, one after the other | their names and sizes as JSON | length of that,
//   32 bits big endian | "RAPFILES" | (the key: see carried-keys.ts)

import {
  appendFileSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { z } from 'zod';

import { parseJson } from '../../../../src-shared/values/parse-json.ts';
import { readAt } from './files.ts';

const magic = Buffer.from('RAPFILES', 'latin1');
const endBytes = 4 + magic.length;
/** Foreign bytes: a name may lead nowhere else. */
const listSchema = z.array(
  z.tuple([z.string().regex(/^[\da-f]{64}\.sealed$/), z.number().int().min(0)]),
);

export async function appendFiles(path: string, files: readonly string[]): Promise<void> {
  const list: z.infer<typeof listSchema> = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    appendFileSync(path, bytes);
    list.push([basename(file), bytes.length]);
    await setImmediate();
  }
  const text = Buffer.from(JSON.stringify(list));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  appendFileSync(path, Buffer.concat([text, length, magic]));
}

/** Takes them off again, into a folder; what is left is the book. Answers with their paths. */
export async function takeFiles(path: string, folder: string): Promise<string[]> {
  const handle = openSync(path, 'r+');
  try {
    const { size } = fstatSync(handle);
    const end = readAt(handle, size - endBytes, endBytes);
    if (!end.subarray(4).equals(magic)) return [];
    const listAt = size - endBytes - end.readUInt32BE(0);
    const text = listAt < 0 ? '' : readAt(handle, listAt, size - endBytes - listAt).toString();
    const list = listSchema.safeParse(parseJson(text)).data ?? [];
    const from = listAt - list.reduce((sum, [, length]) => sum + length, 0);
    if (list.length === 0 || from < 0) return [];
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    let at = from;
    for (const [name, length] of list) {
      writeFileSync(join(folder, name), readAt(handle, at, length), { mode: 0o600 });
      at += length;
      await setImmediate();
    }
    ftruncateSync(handle, from);
    return list.map(([name]) => join(folder, name));
  } finally {
    closeSync(handle);
  }
}
