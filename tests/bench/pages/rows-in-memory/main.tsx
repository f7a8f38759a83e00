// TanStack Virtual in our grid over rows that are all in the page's memory, already
// filtered and in order.

import '@mantine/core/styles.css';
import '../../../../src-renderer/app/app.css';

import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { Face } from '../../../../src-renderer/ui/face.tsx';
import { type GridColumn, VirtualGrid } from '../../../../src-renderer/ui/virtual-grid.tsx';

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

const columns: GridColumn<RecordDoc>[] = [
  {
    name: 'Select',
    width: '34px',
    cell: (doc) => <input type="checkbox" className="tick" aria-label={doc.name} readOnly />,
  },
  {
    name: 'Name',
    width: 'minmax(150px, 2.2fr)',
    cell: (doc) => (
      <span className="who">
        <Face doc={doc} />
        <span className="cell">{doc.name}</span>
      </span>
    ),
  },
  { name: 'Role', width: 'minmax(90px, 2fr)', cell: () => <span className="dim" /> },
  {
    name: 'E-mail',
    width: 'minmax(110px, 2fr)',
    cell: (doc) => doc.sets['emails']?.[0]?.value ?? '',
  },
  {
    name: 'Phone',
    width: 'minmax(128px, 1.3fr)',
    cell: (doc) => doc.sets['phones']?.[0]?.value ?? '',
  },
  {
    name: 'Tags',
    width: 'minmax(92px, 1.1fr)',
    cell: (doc) => <span className="tag">{doc.sets['tags']?.[0]?.value ?? ''}</span>,
  },
  {
    name: 'Changed',
    width: '104px',
    cell: (doc) => <time className="dim">{date.format(doc.updatedAt)}</time>,
  },
];

const rows = (await (await fetch('/rows.json')).json()) as RecordDoc[];
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
// What the grid says to those who do not see it stays in the sources' English.
i18n.loadAndActivate({ locale: 'en', messages: {} });
createRoot(root).render(
  <I18nProvider i18n={i18n}>
    <MantineProvider defaultColorScheme="auto">
      <div className="shell">
        <nav className="rail" />
        <div className="main">
          <div className="page">
            <VirtualGrid<RecordDoc>
              label="People"
              columns={columns}
              count={rows.length}
              row={(at) => rows[at]}
              onOpen={() => undefined}
            />
          </div>
        </div>
      </div>
    </MantineProvider>
  </I18nProvider>,
);
