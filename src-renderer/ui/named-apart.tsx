// A name where somebody is chosen, with what tells them from others of that name below it.

import { Text } from '@mantine/core';

export const NamedApart = ({ name, apart }: { name: string; apart: string }) => (
  <div style={{ minWidth: 0 }}>
    <Text size="sm" dir="auto">
      {name}
    </Text>
    {apart !== '' && (
      <Text size="xs" className="dim" dir="auto" truncate>
        {apart}
      </Text>
    )}
  </div>
);
