/** Undefined for what is no JSON: what others send is looked at, never trusted to be whole. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
