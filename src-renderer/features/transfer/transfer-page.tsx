// Files in and files out.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Tabs } from '@mantine/core';

import { Page } from '../../ui/page.tsx';
import { useRouteQuery } from '../../ui/router.ts';
import { ExportPanel } from './export-panel.tsx';
import { ImportPanel } from './import-panel.tsx';

export function TransferPage() {
  const query = useRouteQuery();
  return (
    <Page title={t`Import & export`}>
      <Tabs
        value={query.get('tab') === 'out' ? 'out' : 'in'}
        onChange={(tab) => query.set({ tab: tab === 'out' ? tab : undefined })}
        keepMounted={false}
        style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="in">
            <Trans>Bring people in</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="out">
            <Trans>Take people out</Trans>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="in" style={{ flex: 1, minHeight: 0 }}>
          <ImportPanel />
        </Tabs.Panel>
        <Tabs.Panel value="out">
          <ExportPanel />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
