// A format says as data how one program names its columns. `columns` maps a header
// (compared without case and outer space) to a target path; patterns carry `{n}` on
// both sides.

export type ImportFormat = {
  id: string;
  /** What the program is called, the same in every language. */
  name: string;
  /** Headers that tell this program from others: all of one list must be there. */
  signatures: readonly (readonly string[])[];
  columns: { readonly [header: string]: string };
  /** For every set of columns numbered by the program. */
  patterns?: { readonly [header: string]: string };
  /** What stands between several values in one cell. */
  joiner?: string;
};
