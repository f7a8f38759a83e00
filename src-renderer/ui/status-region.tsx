// The window's one polite live region.

import { useSyncExternalStore } from 'react';

import { lastAnnounced, subscribeToAnnouncements } from '../data/announce.ts';

export function StatusRegion() {
  const text = useSyncExternalStore(subscribeToAnnouncements, lastAnnounced);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {text}
    </div>
  );
}
