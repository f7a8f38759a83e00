// A click that opens neither another tab nor another window.

import type { MouseEvent } from 'react';

export const isPlain = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  !ctrlKey && !metaKey && !shiftKey && !altKey;
