// What is being added to a section: chosen in its menu, and begun until it is left.

import { useState } from 'react';

export function useAdding(): {
  isAdding: (id: string) => boolean;
  add: (id: string) => void;
  added: (id: string) => void;
} {
  const [begun, setBegun] = useState<readonly string[]>([]);
  return {
    isAdding: (id) => begun.includes(id),
    add: (id) => setBegun((now) => [...now.filter((one) => one !== id), id]),
    added: (id) => setBegun((now) => now.filter((one) => one !== id)),
  };
}
