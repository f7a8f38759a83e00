// A titled block of a page.

import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function Section({
  title,
  action,
  isPrinted = true,
  children,
}: {
  title: string;
  action?: ReactNode;
  /** false where there is nothing in it but what asks to be filled in. */
  isPrinted?: boolean;
  children: ReactNode;
}) {
  return (
    <Paper
      component="section"
      withBorder
      p="md"
      aria-label={title}
      data-screen={!isPrinted || undefined}
    >
      <Group justify="space-between" mb="xs" mih={30}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Paper>
  );
}
