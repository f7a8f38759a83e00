// Parts of the app that come when they are needed. A browser gives up what it is loading
// when the laptop joins another network, even from the laptop itself: it is asked again.

const pausesMs = [100, 400, 1_600];

/** Rejects with the last error when it could not be had for two seconds. */
export async function fetchCode<Code>(load: () => Promise<Code>): Promise<Code> {
  for (const pause of pausesMs)
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  return load();
}
