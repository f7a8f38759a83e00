// Every page, one line each. The navigation shows those with an icon.

import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  IconArrowsExchange,
  IconEar,
  IconHeartHandshake,
  IconHistory,
  IconInbox,
  IconMessages,
  IconSettings,
  IconUsers,
  IconShare3,
  IconSun,
  IconUsersGroup,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';

import { fetchCode } from '../data/fetch-code.ts';
import { PeoplePage } from '../features/people/list/people-page.tsx';
import { groupPath } from '../kinds/group.tsx';
import { personPath } from '../kinds/person.tsx';
import { roundPath, roundsPath } from '../kinds/round.tsx';
import { loadAdded, WithAdded } from '../ui/sections.tsx';
import { recordActions, sections, tops } from './sections.ts';

type Load = () => Promise<ComponentType<PageProps>>;
const loads: Load[] = [];

/** A page that is fetched when it is opened, or before, so that the list opens sooner. */
function later(load: Load): ComponentType<PageProps> {
  loads.push(load);
  return lazy(async () => ({ default: await fetchCode(load) }));
}

/** Fetches all pages: called when there is nothing else to do. What fails is fetched when opened. */
export function fetchPages(): void {
  for (const load of loads) load().catch(() => undefined);
}

/** A record's page, together with what other features add to it. */
const withAdded = (load: Load): ComponentType<PageProps> =>
  later(async () => {
    const [Page, added] = await Promise.all([load(), loadAdded(sections, recordActions, tops)]);
    return ({ id }) => (
      <WithAdded added={added}>
        <Page id={id} />
      </WithAdded>
    );
  });

const PersonPage = withAdded(
  async () => (await import('../features/people/person/person-page.tsx')).PersonPage,
);
const GroupPage = withAdded(
  async () => (await import('../features/groups/group-page.tsx')).GroupPage,
);
const GroupsPage = later(
  async () => (await import('../features/groups/groups-page.tsx')).GroupsPage,
);
const MomentsPage = later(
  async () => (await import('../features/people/moments/moments-page.tsx')).MomentsPage,
);
const PromisesPage = later(
  async () => (await import('../features/promises/promises-page.tsx')).PromisesPage,
);
const TodayPage = later(async () => (await import('../features/today/today-page.tsx')).TodayPage);
const RoundsPage = later(
  async () => (await import('../features/rounds/rounds-page.tsx')).RoundsPage,
);
const RoundPage = later(async () => {
  const [{ RoundPage: Page }, { loadRoundParts }] = await Promise.all([
    import('../features/rounds/round-page.tsx'),
    import('./round-parts.ts'),
  ]);
  const parts = await loadRoundParts();
  return ({ id }) => <Page id={id} parts={parts} />;
});
const ListeningPage = later(
  async () => (await import('../features/listening/page/listening-page.tsx')).ListeningPage,
);
const TeamPage = later(async () => (await import('../features/team/team-page.tsx')).TeamPage);
const ConflictsPage = later(
  async () => (await import('../features/conflicts/conflicts-page.tsx')).ConflictsPage,
);
const TransferPage = later(
  async () => (await import('../features/transfer/transfer-page.tsx')).TransferPage,
);
const TrashPage = later(async () => (await import('../features/trash/trash-page.tsx')).TrashPage);
const DoublesPage = later(
  async () => (await import('../features/doubles/doubles-page.tsx')).DoublesPage,
);
const FieldsPage = later(
  async () => (await import('../features/own-fields/fields-page.tsx')).FieldsPage,
);
const HistoryPage = later(
  async () => (await import('../features/history/history-page.tsx')).HistoryPage,
);
const ForMePage = later(
  async () => (await import('../features/together/for-me-page.tsx')).ForMePage,
);
const TemplatesPage = later(
  async () => (await import('../features/drafts/templates-page.tsx')).TemplatesPage,
);
const DraftsPage = later(
  async () => (await import('../features/drafts/run/drafts-page.tsx')).DraftsPage,
);
const RunPage = later(async () => (await import('../features/drafts/run/run-page.tsx')).RunPage);
const TagsPage = later(async () => (await import('../features/tags/tags-page.tsx')).TagsPage);
const SettingsPage = later(
  async () => (await import('../features/settings/settings-page.tsx')).SettingsPage,
);
const PolicyPage = later(async () => (await import('../features/care/policy-page.tsx')).PolicyPage);
const KeysPage = later(async () => (await import('./keys-page.tsx')).KeysPage);
/** What is asked at the very first start: seldom fetched. */
export const FirstRun = lazy(async () => ({
  default: await fetchCode(
    async () => (await import('../features/settings/first-run/first-run.tsx')).FirstRun,
  ),
}));

type PageProps = { id: string };
type Route = {
  path: string;
  page: ComponentType<PageProps>;
  name: MessageDescriptor;
  icon?: ComponentType<{ size: number }>;
};

export const routes: readonly Route[] = [
  { path: '/today', page: TodayPage, name: msg`Today`, icon: IconSun },
  { path: '/for-me', page: ForMePage, name: msg`For me`, icon: IconInbox },
  { path: '/people', page: PeoplePage, name: msg`People`, icon: IconUsers },
  { path: personPath(':id'), page: PersonPage, name: msg`Person` },
  { path: '/groups', page: GroupsPage, name: msg`Groups`, icon: IconUsersGroup },
  { path: groupPath(':id'), page: GroupPage, name: msg`Group` },
  { path: '/happened', page: MomentsPage, name: msg`What happened`, icon: IconMessages },
  { path: roundsPath, page: RoundsPage, name: msg`Rounds` },
  { path: roundPath(':id'), page: RoundPage, name: msg`Round` },
  { path: '/promises', page: PromisesPage, name: msg`Promises`, icon: IconHeartHandshake },
  { path: '/listening', page: ListeningPage, name: msg`Listening`, icon: IconEar },
  { path: '/team', page: TeamPage, name: msg`Team`, icon: IconShare3 },
  { path: '/conflicts', page: ConflictsPage, name: msg`Conflicts` },
  { path: '/transfer', page: TransferPage, name: msg`Import & export`, icon: IconArrowsExchange },
  { path: '/history', page: HistoryPage, name: msg`History`, icon: IconHistory },
  { path: '/trash', page: TrashPage, name: msg`Trash` },
  { path: '/doubles', page: DoublesPage, name: msg`Possible doubles` },
  { path: '/templates', page: TemplatesPage, name: msg`Templates` },
  { path: '/drafts', page: DraftsPage, name: msg`Drafts` },
  { path: '/drafts/:id', page: RunPage, name: msg`Drafts` },
  { path: '/tags', page: TagsPage, name: msg`Tags` },
  { path: '/fields', page: FieldsPage, name: msg`Fields` },
  { path: '/keys', page: KeysPage, name: msg`Keys` },
  { path: '/rules', page: PolicyPage, name: msg`Rules for contacting people` },
  { path: '/settings', page: SettingsPage, name: msg`Settings`, icon: IconSettings },
];

const isFirst = ({ path }: Route): boolean => path === '/people';

/** The route of a path; people where it is not known. */
export function matchRoute(path: string): { route: Route; id: string } {
  const [, section = '', id = ''] = path.split('/');
  const pattern = id === '' ? `/${section}` : `/${section}/:id`;
  const route = routes.find((one) => one.path === pattern) ?? routes.find(isFirst);
  if (route === undefined) throw new Error('there are no routes');
  return { route, id: route.path.endsWith(':id') ? decoded(id) : '' };
}

/** An address that somebody typed or cut off may be no encoded text: then nobody has that id. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
