// Patterns that only ask for a beginning can be looked up in an index.

/** The text every match begins with, where that is all the pattern asks; else undefined. */
export function literalPrefix(pattern: RegExp): string | undefined {
  if (pattern.flags !== '' || !pattern.source.startsWith('^')) return undefined;
  const rest = pattern.source.slice(1);
  return /^[\p{L}\p{N} _:,@'"!#%&;<>=~`-]*$/u.test(rest) ? rest : undefined;
}
