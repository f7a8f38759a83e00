// Said where a section has nothing in it yet.

import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

export const Nothing = ({ children }: { children: ReactNode }) => (
  <Text size="sm" className="dim" data-screen>
    {children}
  </Text>
);
