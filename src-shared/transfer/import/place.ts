// A row of a file by where it stands, so that it can be read a second time.

import type { Incoming } from './entry/incoming.ts';

/** In characters of the file's text; `line` from 1. */
export type Place = { line: number; at: number; end: number };

/** What a row that was taken brings. */
export type Reread = (place: Place) => Incoming;
