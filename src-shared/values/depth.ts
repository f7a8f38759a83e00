// Looked at before anything walks through what others sent: parsers go as deep as the data,
// and as often through a part as there are ways to it.

const mostValues = 10_000_000;

/** Whether lists and objects lie in each other at most so deep. Bytes are no lists. */
export function isNoDeeper(value: unknown, most: number): boolean {
  let seen = 0;
  const fits = (one: unknown, left: number): boolean => {
    if (++seen > mostValues) return false;
    if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one)) return true;
    if (left === 0) return false;
    if (Array.isArray(one)) return one.every((inner) => fits(inner, left - 1));
    return Object.values(one).every((inner) => fits(inner, left - 1));
  };
  return fits(value, most);
}
