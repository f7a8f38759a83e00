// One person: who they are, how to reach them, their roles, what happened with them.

import { Alert, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { personPath } from '../../../ui/router.ts';
import type { RecordPageProps } from '../../../app/routes.tsx';
import { useCommand } from '../../../data/use-command.tsx';
import { useKeeper } from '../../../data/use-merged.ts';
import { useRecord } from '../../../data/use-records.ts';
import { AfterPaint } from '../../../ui/after-paint.tsx';
import { RecordPage } from '../../../ui/record-page.tsx';
import { Conflicts } from './conflicts.tsx';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import { MergedHere } from '../merge/merged-here.tsx';
import { NoteEditor } from './note-editor.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonTags } from './person-tags.tsx';
import { PhotoButton } from './photo-button.tsx';
import { PrivateNotice } from './private-notice.tsx';
import { Roles } from '../roles/roles.tsx';
import { Timeline } from '../moments/timeline.tsx';
import { useRoleLines } from '../list/use-role-lines.ts';

export function PersonPage({ id, listening, files }: RecordPageProps) {
  const person = useRecord('people', id);
  const keeperId = useKeeper(person);
  useEffect(() => {
    if (keeperId !== undefined) location.replace(`#${personPath(keeperId)}`);
  }, [keeperId]);
  const roleLine = useRoleLines([id]).get(id)?.text ?? '';
  const [isMerging, merging] = useDisclosure(false);
  return (
    <RecordPage
      doc={person}
      collection="people"
      list={{ path: '/people', name: 'People' }}
      gone={{
        title: 'Nobody here',
        text: 'This person was erased, or this address is of another book.',
      }}
      mark={(doc) => <PhotoButton doc={doc} />}
      actions={<Menu.Item onClick={merging.open}>Merge with another person</Menu.Item>}
    >
      {(doc) => (
        <>
          {roleLine !== '' && (
            <Text className="dim" mt={-10} dir="auto">
              {roleLine}
            </Text>
          )}
          {doc.status === 'merged' && <MergedAway doc={doc} />}
          {doc.scope === 'private' && <PrivateNotice id={id} />}
          <Conflicts doc={doc} />
          <div className="person-columns">
            <Stack gap="lg">
              <PersonFacts doc={doc} />
              <AfterPaint height={208}>
                <PersonTags doc={doc} />
              </AfterPaint>
              {files(doc)}
            </Stack>
            <Stack gap="lg">
              <Roles person={doc} />
              <AfterPaint height={178}>
                <NoteEditor doc={doc} />
              </AfterPaint>
              {listening(doc)}
              <Timeline person={doc} />
              <MergedHere person={doc} />
            </Stack>
          </div>
          {isMerging && <MergeDialog keep={doc} onClose={merging.close} />}
        </>
      )}
    </RecordPage>
  );
}

/** Shown where two people were merged into each other: nobody stayed to lead to. */
function MergedAway({ doc }: { doc: RecordDoc }) {
  const run = useCommand();
  const keeper = doc.fields['mergedInto'];
  if (typeof keeper !== 'string') return null;
  return (
    <Alert title="Merged into another person">
      <Group>
        <Button size="xs" component="a" href={`#${personPath(keeper)}`}>
          Open the person who stayed
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => void run({ type: 'unmerge', gone: doc.id })}
        >
          Take apart again
        </Button>
      </Group>
    </Alert>
  );
}
