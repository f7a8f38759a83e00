// Under whose name something is written down here.

import { useHost } from './host-context.tsx';

export const useWriter = (): string => useHost().settings?.userName ?? '';
