// The app around the pages: theme, host, navigation, banners, keys.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Suspense, useEffect, useState } from 'react';

import { useIsNew } from '../data/use-is-new.ts';
import { WithOwnFields } from '../data/known-kinds.tsx';
import { HostProvider, useHost } from '../data/host-context.tsx';
import { WithTagColors } from '../data/tag-colors.tsx';
import { TeamRestProvider } from '../data/team-rest.tsx';
import { TeamNetProvider } from '../data/team-net.tsx';
import type { HostConnection } from '../host/connection.ts';
import { usePrinting } from '../ui/printing.ts';
import { useRoute } from '../ui/router.ts';
import { StatusRegion } from '../ui/status-region.tsx';
import { Banners } from './banners.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Finder } from './finder.tsx';
import { ForMeBadge } from './for-me-badge.tsx';
import { HistoryBadge } from './history-badge.tsx';
import { KeyList } from './key-list.tsx';
import { AlertToasts, UnreadBadge } from './news.tsx';
import { Notices } from './notices/notices.tsx';
import { fetchPages, FirstRun, matchRoute, routes } from './routes.tsx';
import { JoinToasts, TeamBadge } from './team-news.tsx';
import { SyncRest } from './sync-rest.tsx';
import { TwiceToasts } from './twice-toasts.tsx';
import { TeammatesHere } from './teammates-here.tsx';
import { makeTheme, readableColors } from './theme.ts';
import { useAppActions } from './use-app-actions.ts';
import { KeyedForms } from './keyed-forms.tsx';
import { useLogging, usePromising, useStartingRound } from './use-keyed-form.ts';
import { useFirstPage } from './use-first-page.ts';
import { useLanguage } from './use-language.ts';

export function App({ host }: { host: HostConnection }) {
  return (
    <HostProvider host={host}>
      <TeamRestProvider>
        <TeamNetProvider>
          <InLanguage />
        </TeamNetProvider>
      </TeamRestProvider>
    </HostProvider>
  );
}

function InLanguage() {
  return <Themed key={useLanguage()} />;
}

function Themed() {
  const { settings } = useHost();
  const [theme] = useState(makeTheme);
  // Paper is white.
  const scheme = usePrinting() ? 'light' : (settings?.theme ?? 'system');
  return (
    // The direction is that of the language, as it stands in the page.
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={readableColors}
        defaultColorScheme="auto"
        {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
      >
        <Notifications position="bottom-right" limit={3} />
        <StatusRegion />
        <FirstOrShell />
      </MantineProvider>
    </DirectionProvider>
  );
}

/** Whoever starts for the first time is asked a few things before anything else is shown. */
function FirstOrShell() {
  const isNew = useIsNew();
  if (isNew === undefined) return null;
  return isNew ? (
    <Suspense>
      <FirstRun />
    </Suspense>
  ) : (
    <Shell />
  );
}

const brand = 'Rapport';
/** The first page is there by then. */
const calmAfterMs = 2_000;

function Shell() {
  const { book } = useHost();
  const path = useRoute();
  const { route, id } = matchRoute(path);
  const Current = route.page;
  const [areKeysShown, keys] = useDisclosure(false);
  useFirstPage();
  const logging = useLogging();
  const promising = usePromising();
  const rounding = useStartingRound();
  const [fetchLogging, fetchPromising] = [logging.fetch, promising.fetch];
  useAppActions({ showKeys: keys.open, log: logging.open, promise: promising.open });
  useEffect(() => {
    const fetchAll = (): void => {
      fetchLogging();
      fetchPromising();
      fetchPages();
    };
    const timer = setTimeout(() => requestIdleCallback(fetchAll), calmAfterMs);
    return () => clearTimeout(timer);
  }, [fetchLogging, fetchPromising]);
  return (
    <div className="shell">
      <nav className="rail" aria-label={t`Main`}>
        <div className="rail-brand">
          {brand.slice(0, 1)}
          <span>{brand.slice(1)}</span>
        </div>
        {routes.map(({ path: to, name, icon: Icon }) =>
          Icon === undefined ? null : (
            <a
              key={to}
              href={`#${to}`}
              className="rail-link"
              aria-current={path.startsWith(to) || route.path === to ? 'page' : undefined}
              title={i18n._(name)}
            >
              <Icon size={19} />
              <span>{i18n._(name)}</span>
              {to === '/for-me' && book !== undefined && <ForMeBadge />}
              {to === '/listening' && book !== undefined && <UnreadBadge />}
              {to === '/history' && book !== undefined && <HistoryBadge />}
              {to === '/team' && book !== undefined && <TeamBadge />}
            </a>
          ),
        )}
        <SyncRest />
      </nav>
      <div className="main">
        <Banners />
        <TeammatesHere path={path} />
        {book !== undefined && (
          <WithTagColors>
            <ErrorBoundary key={path}>
              <Suspense>
                <WithOwnFields>
                  <Current id={id} key={id} />
                </WithOwnFields>
              </Suspense>
            </ErrorBoundary>
          </WithTagColors>
        )}
      </div>
      {book !== undefined && (
        <WithOwnFields>
          <Finder />
        </WithOwnFields>
      )}
      {book !== undefined && (
        <KeyedForms forms={{ logging, promising, rounding }} path={route.path} id={id} />
      )}
      {book !== undefined && <Notices path={path} />}
      {book !== undefined && <AlertToasts />}
      {book !== undefined && <JoinToasts path={path} />}
      {book !== undefined && <TwiceToasts />}
      <KeyList isOpen={areKeysShown} onClose={keys.close} />
    </div>
  );
}
