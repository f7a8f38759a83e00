// The app around the pages: theme, host, navigation, banners, keys.

import { Kbd, MantineProvider, Modal, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Suspense, useEffect } from 'react';

import { HostProvider, useHost } from '../data/host-context.tsx';
import { TeamNetProvider } from '../data/team-net.tsx';
import type { HostConnection } from '../host/connection.ts';
import { StatusRegion } from '../ui/announce.tsx';
import { Banners } from './banners.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Finder } from './finder.tsx';
import { AlertToasts, UnreadBadge } from './news.tsx';
import { fetchPages, matchRoute, routes } from './routes.tsx';
import { useRoute } from '../ui/router.ts';
import { shortcuts, useShortcuts } from './shortcuts.tsx';
import { SyncRest } from './sync-rest.tsx';
import { TeammatesHere } from './teammates-here.tsx';
import { readableColors, theme } from './theme.ts';

export function App({ host }: { host: HostConnection }) {
  return (
    <HostProvider host={host}>
      <TeamNetProvider>
        <Themed />
      </TeamNetProvider>
    </HostProvider>
  );
}

function Themed() {
  const { settings } = useHost();
  const scheme = settings?.theme ?? 'system';
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableColors}
      defaultColorScheme="auto"
      {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
    >
      <Notifications position="bottom-right" limit={3} />
      <StatusRegion />
      <Shell />
    </MantineProvider>
  );
}

/** The first page is there by then. */
const calmAfterMs = 2_000;

function Shell() {
  const { book } = useHost();
  const path = useRoute();
  const { route, id } = matchRoute(path);
  const Current = route.page;
  const [isHelpOpen, help] = useDisclosure(false);
  useShortcuts(help.open);
  useEffect(() => {
    const timer = setTimeout(() => requestIdleCallback(fetchPages), calmAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="shell">
      <nav className="rail" aria-label="Main">
        <div className="rail-brand">
          R<span>apport</span>
        </div>
        {routes.map(({ path: to, name, icon: Icon }) =>
          Icon === undefined ? null : (
            <a
              key={to}
              href={`#${to}`}
              className="rail-link"
              aria-current={path.startsWith(to) || route.path === to ? 'page' : undefined}
              title={name}
            >
              <Icon size={19} />
              <span>{name}</span>
              {to === '/listening' && book !== undefined && <UnreadBadge />}
            </a>
          ),
        )}
        <SyncRest />
      </nav>
      <div className="main">
        <Banners />
        <TeammatesHere path={path} />
        {book !== undefined && (
          <ErrorBoundary key={path}>
            <Suspense>
              <Current id={id} key={id} />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
      {book !== undefined && <Finder />}
      {book !== undefined && <AlertToasts />}
      <Modal opened={isHelpOpen} onClose={help.close} title="Keys" size="md">
        <Table>
          <Table.Tbody>
            {shortcuts.map(({ keys, does }) => (
              <Table.Tr key={keys}>
                <Table.Td>
                  <Kbd style={{ whiteSpace: 'nowrap' }}>{keys}</Kbd>
                </Table.Td>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </div>
  );
}
