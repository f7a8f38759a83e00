// Texts that nobody else would write, told to the program: where in a profile they can be read.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** By what is told. */
export type Markers = { [thing: string]: string };
/** Opens a book that a marked process has locked. */
export const lockPassphrase = 'correct horse battery';

export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const pieceLength = 12;
/** The text, as files may have it: any piece of it, in one byte or two a letter, as base64 or hex. */
function formsOf(marker: string): Buffer[] {
  const forms: Buffer[] = [];
  for (let at = 0; at + pieceLength <= marker.length; at += 1) {
    const piece = marker.slice(at, at + pieceLength);
    forms.push(Buffer.from(piece), Buffer.from(piece, 'utf16le'));
    // Whole groups of three bytes, wherever it begins.
    if (at < 3) forms.push(Buffer.from(Buffer.from(piece).toString('base64')));
    forms.push(Buffer.from(Buffer.from(piece).toString('hex')));
  }
  return forms;
}

/** `thing: file` for all that can be read without the key, in files and in their names. */
export function readableIn(dir: string, markers: Markers): string[] {
  const found: string[] = [];
  for (const path of filesOf(dir)) {
    const bytes = readFileSync(path);
    const lower = Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
    const name = Buffer.from(basename(path).toLowerCase());
    for (const [thing, marker] of Object.entries(markers))
      if (formsOf(marker).some((form) => [bytes, lower, name].some((all) => all.includes(form))))
        found.push(`${thing}: ${path.slice(dir.length)}`);
  }
  return found;
}
