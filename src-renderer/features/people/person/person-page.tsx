// One person: who they are, how to reach them, their roles, what happened with them.

import { msg, t } from '@lingui/core/macro';
import { Text } from '@mantine/core';
import { useEffect } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { useKeeper } from '../../../data/use-merged.ts';
import { useRecord } from '../../../data/use-records.ts';
import { personPath } from '../../../kinds/person.tsx';
import { AfterPaint } from '../../../ui/after-paint.tsx';
import { replaceBy } from '../../../ui/router.ts';
import { RecordPage } from '../../../ui/record-page.tsx';
import { type PageSection, SectionColumns } from '../../../ui/sections.tsx';
import { useRoleLines } from '../../../lists/use-role-lines.ts';
import { Timeline } from '../moments/timeline.tsx';
import { Roles } from '../roles/roles.tsx';
import { ContactLine } from './contact-line.tsx';
import { NoteEditor } from './note-editor.tsx';
import { PersonContact, PersonFacts } from './person-facts.tsx';
import { PersonTags } from './person-tags.tsx';
import { PhotoButton } from './photo-button.tsx';

const sections: readonly PageSection[] = [
  { id: 'facts', name: msg`Name`, column: 'side', order: 10, Component: PersonFacts },
  { id: 'contact', name: msg`Contact`, column: 'side', order: 15, Component: PersonContact },
  { id: 'tags', name: msg`Tags and buckets`, column: 'side', order: 20, Component: Tags },
  { id: 'roles', name: msg`Roles`, column: 'main', order: 10, Component: Roles },
  { id: 'note', name: msg`Note`, column: 'main', order: 20, Component: Note },
  { id: 'timeline', name: msg`Timeline`, column: 'main', order: 40, Component: Timeline },
];

export function PersonPage({ id }: { id: string }) {
  const person = useRecord('people', id);
  const keeperId = useKeeper(person);
  useEffect(() => {
    if (keeperId !== undefined) replaceBy(personPath(keeperId));
  }, [keeperId]);
  return (
    <RecordPage
      doc={person}
      list={{ path: '/people', name: t`People` }}
      gone={{
        title: t`Nobody here`,
        text: t`This person was erased, or this address is of another book.`,
      }}
      Mark={PhotoButton}
    >
      {(doc) => (
        <>
          <RoleLine id={id} />
          <ContactLine doc={doc} />
          <SectionColumns doc={doc} own={sections} className="person-columns" />
        </>
      )}
    </RecordPage>
  );
}

function RoleLine({ id }: { id: string }) {
  const line = useRoleLines([id]).get(id)?.text ?? '';
  return line === '' ? null : (
    <Text className="dim" mt={-10}>
      <bdi>{line}</bdi>
    </Text>
  );
}

function Tags({ doc }: { doc: RecordDoc }) {
  return (
    <AfterPaint height={208}>
      <PersonTags doc={doc} />
    </AfterPaint>
  );
}

function Note({ doc }: { doc: RecordDoc }) {
  return (
    <AfterPaint height={178}>
      <NoteEditor doc={doc} />
    </AfterPaint>
  );
}
