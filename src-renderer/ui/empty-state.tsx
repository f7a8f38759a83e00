// An empty place says what belongs here and how it gets there.

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py={56} px="md" ta="center">
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text className="dim" maw={520}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
