// When this window last looked at a stream before now. Kept by this window alone.

import { useEffect, useState } from 'react';

export function useLastLook(stream: string): number | undefined {
  const key = `rapport-looked-${stream}`;
  const [last, setLast] = useState<{ key: string; at: number | undefined }>();
  useEffect(() => {
    const kept = Number(localStorage.getItem(key) ?? Number.NaN);
    setLast({ key, at: Number.isNaN(kept) ? undefined : kept });
    // Kept on leaving the page, so that what comes during a visit counts as seen.
    return () => localStorage.setItem(key, String(Date.now()));
  }, [key]);
  return last?.key === key ? last.at : undefined;
}
