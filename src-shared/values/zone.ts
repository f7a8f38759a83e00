// Whether this engine knows a time zone of that name. To ask it costs as much as reading a
// record, and a book names few zones: what it said is kept.

const known = new Map<string, boolean>();
const mostKept = 1_000;

export function isZone(name: unknown): name is string {
  if (typeof name !== 'string' || name === '') return false;
  const before = known.get(name);
  if (before !== undefined) return before;
  const is = asked(name);
  if (known.size >= mostKept) known.clear();
  known.set(name, is);
  return is;
}

function asked(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0);
    return true;
  } catch {
    return false;
  }
}
