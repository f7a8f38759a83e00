// Every page, one line each. The navigation shows those with an icon.

import { IconArrowsExchange, IconSettings, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';

import { PeoplePage } from '../features/people/people-page.tsx';

// The list of people opens first and at once; the other pages are fetched when wanted.
const GroupPage = lazy(async () => ({
  default: (await import('../features/groups/group-page.tsx')).GroupPage,
}));
const GroupsPage = lazy(async () => ({
  default: (await import('../features/groups/groups-page.tsx')).GroupsPage,
}));
const PersonPage = lazy(async () => ({
  default: (await import('../features/people/person-page.tsx')).PersonPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../features/settings/settings-page.tsx')).SettingsPage,
}));
const TransferPage = lazy(async () => ({
  default: (await import('../features/transfer/transfer-page.tsx')).TransferPage,
}));
const TrashPage = lazy(async () => ({
  default: (await import('../features/trash/trash-page.tsx')).TrashPage,
}));

export type PageProps = { id: string };
type Route = {
  path: string;
  page: ComponentType<PageProps>;
  name: string;
  icon?: ComponentType<{ size: number }>;
};

export const routes: readonly Route[] = [
  { path: '/people', page: PeoplePage, name: 'People', icon: IconUsers },
  { path: '/people/:id', page: PersonPage, name: 'Person' },
  { path: '/groups', page: GroupsPage, name: 'Groups', icon: IconUsersGroup },
  { path: '/groups/:id', page: GroupPage, name: 'Group' },
  { path: '/transfer', page: TransferPage, name: 'Import & export', icon: IconArrowsExchange },
  { path: '/trash', page: TrashPage, name: 'Trash' },
  { path: '/settings', page: SettingsPage, name: 'Settings', icon: IconSettings },
];

/** The route of a path; people where it is not known. */
export function matchRoute(path: string): { route: Route; id: string } {
  const [, section = '', id = ''] = path.split('/');
  const pattern = id === '' ? `/${section}` : `/${section}/:id`;
  const route = routes.find((one) => one.path === pattern) ?? routes[0];
  if (route === undefined) throw new Error('there are no routes');
  return { route, id: route.path.endsWith(':id') ? decodeURIComponent(id) : '' };
}
