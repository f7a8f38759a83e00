// Who is in the groups in view, and when somebody spoke to one of them. Live.

import { useEffect, useState } from 'react';

import type { PeopleOfGroups } from '../../src-shared/query/answers.ts';
import { readerZone, useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

/** As many as the host answers at once. */
const mostAsked = 500;

/** Those that are on their way are left out. */
export function useGroupPeople(ids: readonly string[]): PeopleOfGroups {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [people, setPeople] = useState<PeopleOfGroups>({});
  const key = ids.slice(0, mostAsked).join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    const question = { ids: key.split(' '), zone: readerZone() };
    void host.request('view.groupPeople', question).then((answer) => {
      if (isCurrent && answer.ok) setPeople((before) => ({ ...before, ...answer.value }));
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, key]);
  return people;
}
