// The kinds of file that are understood. Programs that write CSV are told apart in
// csv/formats/import-formats.ts.

import { csvSyntax } from './csv/source.ts';
import { ldifSyntax } from './ldif/source.ts';
import type { FileSyntax } from './source.ts';
import { vcardSyntax } from './vcard/source.ts';

/** The first that recognises a text reads it; the last takes any. */
export const syntaxes: readonly FileSyntax[] = [vcardSyntax, ldifSyntax, csvSyntax];
