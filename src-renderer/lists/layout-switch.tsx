// Whether what is listed stands in a table or on cards.

import { t } from '@lingui/core/macro';
import { SegmentedControl } from '@mantine/core';
import { IconLayoutGrid, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { ListView } from './use-list-view.ts';

export const LayoutSwitch = ({ list: { view, setLayout } }: { list: ListView }) => (
  <SegmentedControl
    size="xs"
    aria-label={t`Shown as`}
    style={{ marginInlineStart: 'auto' }}
    value={view.layout === 'cards' ? 'cards' : 'table'}
    onChange={(layout) => setLayout(layout === 'cards' ? 'cards' : 'table')}
    data={[
      {
        value: 'table',
        label: labelOf(<IconTable size={15} className="in-line" aria-hidden />, t`Table`),
      },
      {
        value: 'cards',
        label: labelOf(<IconLayoutGrid size={15} className="in-line" aria-hidden />, t`Cards`),
      },
    ]}
  />
);

const labelOf = (icon: ReactNode, words: string): ReactNode => (
  <>
    {icon} {words}
  </>
);
