// What is on its way into the book: being understood, sent, or not answered yet. Undo waits for
// it, or it would take back what was done before.

const underWay = new Set<Promise<unknown>>();

export async function saving<T>(work: Promise<T>): Promise<T> {
  underWay.add(work);
  try {
    return await work;
  } finally {
    underWay.delete(work);
  }
}

/** Done once everything has ended that was under way when it was asked, well or not. */
export async function saved(): Promise<void> {
  await Promise.allSettled(underWay);
}
