// Every page, one line each. The navigation shows those with an icon.

import {
  IconArrowsExchange,
  IconEar,
  IconSettings,
  IconUsers,
  IconShare3,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, lazy, type ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { GroupsPage } from '../features/groups/groups-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { TransferPage } from '../features/transfer/transfer-page.tsx';
import { TrashPage } from '../features/trash/trash-page.tsx';
import { PeoplePage } from '../features/people/people-page.tsx';

// The person page brings the editor along, which is as large as all the rest: it is
// fetched when wanted, so that the list opens sooner. Features do not know each other:
// what somebody says in public, and their files, are put into their page here.
const PersonPage = lazy(async () => {
  const { PersonPage: Person } = await import('../features/people/person-page.tsx');
  const { OwnerListening } = await import('../features/listening/owner-listening.tsx');
  const { Attachments } = await import('../features/files/attachments.tsx');
  return {
    default: ({ id }: PageProps) => (
      <Person
        id={id}
        listening={(owner) => <OwnerListening owner={owner} />}
        files={(owner) => <Attachments owner={owner} />}
      />
    ),
  };
});
const GroupPage = lazy(async () => {
  const { GroupPage: OneGroup } = await import('../features/groups/group-page.tsx');
  const { OwnerListening } = await import('../features/listening/owner-listening.tsx');
  const { Attachments } = await import('../features/files/attachments.tsx');
  return {
    default: ({ id }: PageProps) => (
      <OneGroup
        id={id}
        listening={(owner) => <OwnerListening owner={owner} />}
        files={(owner) => <Attachments owner={owner} />}
      />
    ),
  };
});

const ListeningPage = lazy(async () => ({
  default: (await import('../features/listening/listening-page.tsx')).ListeningPage,
}));
const ConflictsPage = lazy(async () => ({
  default: (await import('../features/conflicts/conflicts-page.tsx')).ConflictsPage,
}));
const TeamPage = lazy(async () => ({
  default: (await import('../features/team/team-page.tsx')).TeamPage,
}));

export type PageProps = { id: string };
/** A page of one record, with places for what other features have to say about it. */
export type RecordPageProps = PageProps & {
  listening: (owner: RecordDoc) => ReactNode;
  files: (owner: RecordDoc) => ReactNode;
};
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
  { path: '/listening', page: ListeningPage, name: 'Listening', icon: IconEar },
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
