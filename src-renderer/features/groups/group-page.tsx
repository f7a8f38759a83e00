// One organisation, bucket or community: what it is, and its people.

import { msg, t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useEffect } from 'react';

import { useKeeper } from '../../data/use-merged.ts';
import { useRecord } from '../../data/use-records.ts';
import { groupPath } from '../../kinds/group.tsx';
import { kindLabel } from '../../kinds/kinds.ts';
import { RecordPage } from '../../ui/record-page.tsx';
import { replaceBy } from '../../ui/router.ts';
import { type PageSection, SectionColumns } from '../../ui/sections.tsx';
import { GroupVerbs } from './group-actions.tsx';
import { GroupContact, GroupFacts } from './group-facts.tsx';
import { SmartRule } from './smart-rule.tsx';
import { GroupMembers } from './group-members.tsx';

const sections: readonly PageSection[] = [
  { id: 'facts', name: msg`About`, column: 'side', order: 10, Component: GroupFacts },
  { id: 'contact', name: msg`Contact`, column: 'side', order: 20, Component: GroupContact },
  { id: 'smart', name: msg`Who belongs here`, column: 'side', order: 5, Component: SmartRule },
  { id: 'members', name: msg`People`, column: 'main', order: 10, Component: GroupMembers },
];

export function GroupPage({ id }: { id: string }) {
  const group = useRecord('groups', id);
  const keeperId = useKeeper(group);
  useEffect(() => {
    if (keeperId !== undefined) replaceBy(groupPath(keeperId));
  }, [keeperId]);
  return (
    <RecordPage
      doc={group}
      list={{ path: '/groups', name: t`Groups` }}
      gone={{
        title: t`Nothing here`,
        text: t`This group was erased, or this address is of another book.`,
      }}
    >
      {(doc) => (
        <>
          <Text className="dim" mt={-10}>
            {kindLabel(doc)}
          </Text>
          {doc.status === 'live' && <GroupVerbs group={doc} />}
          <SectionColumns doc={doc} own={sections} className="group-columns" />
        </>
      )}
    </RecordPage>
  );
}
