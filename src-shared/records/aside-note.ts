// The note of a keeper in a merge. Of its own what was left out is set aside, with whose lines
// stood between: theirs are theirs, and nothing of them lies here. Who is merged brings their note,
// unless it was left out or the keeper says the same.

import { isOfMerge } from '../domain/merging.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { asidesOf, asideWrite, isAside } from './aside.ts';
import { aroundLines, countLines, hasLines } from './note-lines.ts';
import type { Write } from './writes.ts';

/** Lines of the keeper's own, or all of somebody who was merged into it before. */
type Piece = string | { of: string };

/** What is kept beside who was merged, where their note is not in the keeper for them. */
const ownSaysIt = null;
const leftOut = '';

/** The note of `gone`: appended, or left out. `isOwnOut`: the keeper's own makes way for it. */
export function noteWrites(
  keep: RecordDoc,
  gone: RecordDoc,
  inside: readonly RecordDoc[],
  { isOut, isOwnOut }: { isOut: boolean; isOwnOut: boolean },
): Write[] {
  const append: Write[] =
    isOut || gone.note === '' ? [] : [{ what: 'note', append: gone.note, of: gone.id }];
  if (isOwnOut && keep.note !== '') {
    const written = inside.filter((one) => isWrittenOn(keep, one)).map(({ id }) => id);
    const aside = { value: piecesOf(keep, inside), ...(written.length > 0 ? { written } : {}) };
    return [asideWrite(gone.id, 'note', aside), { what: 'note', isCleared: true }, ...append];
  }
  if (gone.note === '') return [];
  const isOwn = isOwnToo(keep, gone.note, inside);
  if (isOut) return [asideWrite(gone.id, 'note', { value: isOwn ? ownSaysIt : leftOut })];
  return isOwn && hasLines(keep.note, gone.note)
    ? [asideWrite(gone.id, 'note', { value: ownSaysIt }), ...append]
    : append;
}

/** Whether the keeper says it itself, be it set aside. */
function isOwnToo(keep: RecordDoc, note: string, inside: readonly RecordDoc[]): boolean {
  const aside = noteAsides(keep.fields).flatMap(([, stored]) => piecesIn(stored));
  if (aside.some((piece) => typeof piece === 'string' && hasLines(piece, note))) return true;
  return piecesOf(keep, inside).some((piece) => typeof piece === 'string' && hasLines(piece, note));
}

/** Whether a line is the keeper's own and made way in some merge. */
export const isLineAside = ({ fields }: RecordDoc, line: string): boolean =>
  noteAsides(fields).some(([, stored]) =>
    piecesIn(stored).some((piece) => typeof piece === 'string' && hasLines(piece, line)),
  );

/** Not where it was left out, or was the keeper's own before. */
export const mayBring = (keep: RecordDoc, gone: RecordDoc): boolean => {
  const aside = asidesOf(keep, gone.id).get('note');
  return aside === undefined || Array.isArray(aside.value);
};

const hasBrought = (keep: RecordDoc, one: RecordDoc): boolean =>
  mayBring(keep, one) && hasLines(keep.note, one.note);

const isWrittenOn = (keep: RecordDoc, { id, note }: RecordDoc): boolean =>
  note !== '' && !asidesOf(keep, id).has('note') && withoutWords(keep.note, note) !== keep.note;

/** The longest first: of the shorter each line may be in it, too. */
function piecesOf(keep: RecordDoc, inside: readonly RecordDoc[]): Piece[] {
  let pieces: Piece[] = keep.note === '' ? [] : [keep.note];
  const brought = inside.filter((one) => one.note !== '' && hasBrought(keep, one));
  for (const { id, note } of brought.toSorted((a, b) => b.note.length - a.note.length))
    pieces = replaced(pieces, note, [{ of: id }]) ?? pieces;
  return pieces;
}

/** Undefined where no piece has these lines. */
function replaced(pieces: readonly Piece[], lines: string, by: Piece[]): Piece[] | undefined {
  const at = pieces.findLastIndex((piece) => typeof piece === 'string' && hasLines(piece, lines));
  const piece = pieces[at];
  const around = typeof piece === 'string' ? aroundLines(piece, lines) : undefined;
  if (around === undefined) return undefined;
  const [before, after] = around;
  return pieces.toSpliced(at, 1, ...before, ...by, ...after);
}

const piecesIn = (stored: JsonValue): Piece[] => {
  const value = isAside(stored) ? stored.value : stored;
  return Array.isArray(value) ? value.filter(isPiece) : [];
};

const isPiece = (piece: JsonValue): piece is Piece =>
  typeof piece === 'string' ||
  (typeof piece === 'object' &&
    piece !== null &&
    !Array.isArray(piece) &&
    typeof piece['of'] === 'string');

/**
 * The keeper's note without that of `gone`. `step`: who brought it, with whom comes back what made
 * way for them. `isOwn`: the keeper had it itself. `leaving`: who stays in it.
 */
export function noteBack(
  keeper: RecordDoc,
  { gone, step, isOwn }: { gone: RecordDoc; step: RecordDoc; isOwn: boolean },
  leaving: readonly RecordDoc[],
): Write[] {
  const left = isOwn ? keeper.note : withoutNote(keeper, { gone, step }, leaving);
  const aside = asidesOf(keeper, gone.id).get('note')?.value ?? null;
  const back = piecesBack(left, piecesIn(aside), leaving);
  const value = [...back, ...(left === '' ? [] : [left])].join('\n');
  const note: Write[] = value === keeper.note ? [] : [{ what: 'note', value }];
  return [...note, ...asidesWithout(keeper, gone)];
}

function withoutNote(
  keeper: RecordDoc,
  { gone: { note: lines }, step }: { gone: RecordDoc; step: RecordDoc },
  leaving: readonly RecordDoc[],
): string {
  const { note } = keeper;
  // What others say, too, is theirs, as long as they are there.
  const pieces = piecesOf(
    keeper,
    leaving.filter((one) => one.note.length >= lines.length),
  );
  const ownNotes = asidesOf(keeper, step.id).get('note')?.value === ownSaysIt ? 1 : 0;
  const count = pieces.reduce(
    (sum, piece) => sum + (typeof piece === 'string' ? countLines(piece, lines) : 0),
    0,
  );
  const rest = count > ownNotes ? replaced(pieces, lines, []) : undefined;
  if (rest !== undefined)
    return rest
      .map((piece) =>
        typeof piece === 'string' ? piece : (leaving.find(({ id }) => id === piece.of)?.note ?? ''),
      )
      .join('\n');
  return mayBring(keeper, step) ? withoutWords(note, lines) : note;
}

/** Where somebody wrote on in these lines, they are known by their words. */
const withoutWords = (note: string, lines: string): string =>
  lines === '' || hasLines(note, lines) ? note : note.replace(lines, '').trim();

/** What was set aside of the keeper's own may have them, too. */
const asidesWithout = ({ fields }: RecordDoc, gone: RecordDoc): Write[] =>
  noteAsides(fields).flatMap(([what, stored]): Write[] => {
    if (!isAside(stored) || stored.written?.includes(gone.id) !== true) return [];
    const value = piecesIn(stored).map((piece) =>
      typeof piece === 'string' ? withoutWords(piece, gone.note) : piece,
    );
    const written = stored.written.filter((id) => id !== gone.id);
    return [{ what, value: { ...stored, value, written } }];
  });

const noteAsides = (fields: RecordDoc['fields']): [string, JsonValue][] =>
  Object.entries(fields).filter(([field]) => isOfMerge(field) && field.endsWith(':note'));

/** But for what is there: another laptop may have given it back, or carried it over. */
function piecesBack(
  note: string,
  pieces: readonly Piece[],
  leaving: readonly RecordDoc[],
): string[] {
  return pieces.flatMap((piece) => {
    if (typeof piece !== 'string') {
      const one = leaving.find(({ id }) => id === piece.of);
      return one === undefined || one.note === '' || hasLines(note, one.note) ? [] : [one.note];
    }
    const theirs = leaving.filter((one) => hasLines(one.note, piece)).length;
    return countLines(note, piece) > theirs ? [] : [piece];
  });
}
