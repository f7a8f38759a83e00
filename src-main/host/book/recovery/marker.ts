// `book.json` beside the book says that there is one, so that a lost or emptied file
// is noticed. Written before the first edit can be acknowledged.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { z } from 'zod';

import { moveIntoPlace, writeSynced } from '../backup/files.ts';

const markerSchema = z.object({
  madeAt: z.number(),
  hasData: z.boolean(),
  /** Id of the data key that the book is encrypted with. */
  key: z.string().optional(),
});
export type Marker = z.infer<typeof markerSchema>;

const markerPath = (database: string) => join(dirname(database), 'book.json');

/** A marker that cannot be read is a sign of data all the same. */
export function readMarker(database: string): Marker | undefined {
  const path = markerPath(database);
  if (!existsSync(path)) return undefined;
  try {
    return markerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { madeAt: 0, hasData: true };
  }
}

/** Durable when this returns. Throws the file system's error. */
export function writeMarker(database: string, marker: Marker): void {
  const path = markerPath(database);
  writeSynced(`${path}.new`, `${JSON.stringify(marker)}\n`);
  moveIntoPlace(`${path}.new`, path);
}

export function removeMarker(database: string): void {
  rmSync(markerPath(database), { force: true });
}
