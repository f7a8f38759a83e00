// Lets the event loop answer other requests between two pieces of long work.

export const yieldNow = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
