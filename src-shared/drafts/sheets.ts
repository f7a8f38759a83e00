// What is printed on: letters for envelopes with a window, envelopes, and sheets of labels. All
// sizes in mm.

type Size = { readonly width: number; readonly height: number };

export type LetterForm = Size & {
  readonly id: string;
  /** Where the window shows what it is to, from the corner of the paper. */
  readonly window: Size & { readonly left: number; readonly top: number };
  /** Where the text begins. */
  readonly text: number;
};

/** Margin round every letter. */
export const letterMargin = 20;

export const letterForms: readonly LetterForm[] = [
  {
    id: 'DIN 5008',
    width: 210,
    height: 297,
    window: { left: 20, top: 45, width: 85, height: 45 },
    text: 98.5,
  },
  {
    id: 'US #10',
    width: 215.9,
    height: 279.4,
    window: { left: 22, top: 50, width: 100, height: 28 },
    text: 92,
  },
];

export type Envelope = Size & { readonly id: string };

export const envelopes: readonly Envelope[] = [
  { id: 'DL', width: 220, height: 110 },
  { id: 'C6', width: 162, height: 114 },
  { id: 'C5', width: 229, height: 162 },
  { id: '#10', width: 241.3, height: 104.8 },
];

export type LabelSheet = Size & {
  readonly id: string;
  readonly paper: Size;
  readonly columns: number;
  readonly rows: number;
  /** Of the first label, from the corner of the paper. */
  readonly left: number;
  readonly top: number;
  /** Between two columns. */
  readonly gap: number;
};

const a4: Size = { width: 210, height: 297 };
const letter: Size = { width: 215.9, height: 279.4 };

const sheet = (
  id: string,
  paper: Size,
  [columns, rows]: readonly [number, number],
  [width, height]: readonly [number, number],
  [left, top, gap]: readonly [number, number, number],
): LabelSheet => ({ id, paper, columns, rows, width, height, left, top, gap });

/** Avery and Avery Zweckform, by the number on the box. */
export const labelSheets: readonly LabelSheet[] = [
  sheet('L7159', a4, [3, 8], [63.5, 33.9], [7.2, 12.9, 2.5]),
  sheet('L7160', a4, [3, 7], [63.5, 38.1], [7.2, 15.1, 2.5]),
  sheet('L7161', a4, [3, 6], [63.5, 46.6], [7.2, 8.7, 2.5]),
  sheet('L7162', a4, [2, 8], [99.1, 33.9], [4.65, 12.9, 2.5]),
  sheet('L7163', a4, [2, 7], [99.1, 38.1], [4.65, 15.1, 2.5]),
  sheet('L7165', a4, [2, 4], [99.1, 67.7], [4.65, 13.1, 2.5]),
  sheet('3422', a4, [3, 8], [70, 35], [0, 8.5, 0]),
  sheet('3474', a4, [3, 8], [70, 37], [0, 0.5, 0]),
  sheet('3475', a4, [3, 8], [70, 36], [0, 4.5, 0]),
  sheet('5160', letter, [3, 10], [66.7, 25.4], [4.8, 12.7, 3.1]),
  sheet('5161', letter, [2, 10], [101.6, 25.4], [4, 12.7, 4.7]),
  sheet('5162', letter, [2, 7], [101.6, 33.9], [4, 21.1, 4.7]),
  sheet('5163', letter, [2, 5], [101.6, 50.8], [4, 12.7, 4.7]),
  sheet('5164', letter, [2, 3], [101.6, 84.6], [4, 12.7, 4.7]),
];

export type Placed<T> = { item: T; /** mm from the corner. */ left: number; top: number };

/** `start`: the label of the first sheet that is still there, from 1. */
export function onSheets<T>(
  items: readonly T[],
  sheetOf: LabelSheet,
  start: number,
): Placed<T>[][] {
  const { columns, rows, width, height, left, top, gap } = sheetOf;
  const perSheet = columns * rows;
  const before = Math.min(Math.max(Math.floor(start), 1), perSheet) - 1;
  const sheets: Placed<T>[][] = [];
  for (const [at, item] of items.entries()) {
    const place = at + before;
    const on = (sheets[Math.floor(place / perSheet)] ??= []);
    const [row, column] = [Math.floor((place % perSheet) / columns), place % columns];
    on.push({ item, left: left + column * (width + gap), top: top + row * height });
  }
  return sheets;
}
