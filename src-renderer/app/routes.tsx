// Every page, one line each. The navigation shows those with an icon.

import {
  IconArrowsExchange,
  IconSettings,
  IconUsers,
  IconShare3,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';

import { GroupPage } from '../features/groups/group-page.tsx';
import { GroupsPage } from '../features/groups/groups-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { TransferPage } from '../features/transfer/transfer-page.tsx';
import { TrashPage } from '../features/trash/trash-page.tsx';
import { PeoplePage } from '../features/people/people-page.tsx';

// The person page brings the editor along, which is as large as all the rest: it is
// fetched when wanted, so that the list opens sooner.
const PersonPage = lazy(async () => ({
  default: (await import('../features/people/person-page.tsx')).PersonPage,
}));

const ConflictsPage = lazy(async () => ({
  default: (await import('../features/conflicts/conflicts-page.tsx')).ConflictsPage,
}));
const TeamPage = lazy(async () => ({
  default: (await import('../features/team/team-page.tsx')).TeamPage,
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
  { path: '/team', page: TeamPage, name: 'Team', icon: IconShare3 },
  { path: '/conflicts', page: ConflictsPage, name: 'Conflicts' },
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
