// What was last said to those who do not see the screen: the result of long work, how
// many were found. One live region for the whole window reads it out.

let said = '';
const listeners = new Set<() => void>();

export function announce(text: string): void {
  said = text;
  for (const listener of listeners) listener();
}

export const lastAnnounced = (): string => said;

export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
