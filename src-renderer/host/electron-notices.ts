// Notices of the desktop's, for whoever has the window hidden or behind others. What is clicked
// there arrives as a message of this window to itself.

type Outside = {
  /** By it the notice is taken away again. */
  key?: string;
  text: string;
  /** Buttons, where the system has a place for them. */
  actions?: readonly string[];
};

export const tellOutside = ({ key = '', text, actions = [] }: Outside): void =>
  window.rapportHost?.notify(text, key, [...actions]);

export const hushOutside = (key: string): void => window.rapportHost?.hush(key);

/** `at`: the place of the button; undefined: the notice itself was clicked. Returns what ends it. */
export function takeNoticeActs(take: (key: string, at: number | undefined) => void): () => void {
  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === window && isAct(data)) take(data.key, data.at);
  };
  window.addEventListener('message', listen);
  return () => window.removeEventListener('message', listen);
}

function isAct(data: unknown): data is { key: string; at: number | undefined } {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('key' in data))
    return false;
  return data.type === 'rapport:notice' && typeof data.key === 'string';
}
