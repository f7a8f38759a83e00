// What would come of mail that was read: exact counts first, then whom it is with, what is
// left out and why, and who wrote and is in nobody's record.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';

import type { MailPreview } from '../../../../src-shared/mail/plan-types.ts';
import { useSizeWords } from '../../../ui/size-words.ts';
import { useDates } from '../../../ui/when.tsx';
import { commaWords } from '../../../words/in-language.ts';
import { KnownPeople, LeftOut } from '../looked.tsx';
import { MailChoices } from './mail-choices.tsx';
import { MailPerhaps } from './mail-perhaps.tsx';
import { MailStrangers } from './mail-strangers.tsx';
import { skipWords } from './mail-words.ts';
import type { MailImport } from './use-mail-import.ts';

type Props = { flow: MailImport; preview: MailPreview };

export function MailPreviewView({ flow, preview }: Props) {
  const { make, peopleCount } = preview;
  const isChats = preview.chats.days === make;
  const people = plural(peopleCount, { one: '# person you know', other: '# people you know' });
  return (
    <Stack gap="md" maw={900}>
      <Paper withBorder p="md">
        <Group justify="space-between" align="start">
          <Stack gap={2} style={{ flex: 1, minWidth: 260 }}>
            <Text size="xl" fw={650}>
              {make === 0
                ? t`Nothing comes in`
                : isChats
                  ? plural(make, {
                      one: `# day of chats comes in, with ${people}`,
                      other: `# days of chats come in, with ${people}`,
                    })
                  : plural(make, {
                      one: `# message comes in, with ${people}`,
                      other: `# messages come in, with ${people}`,
                    })}
            </Text>
            <FileFacts flow={flow} preview={preview} />
          </Stack>
          <Group>
            <Button variant="default" onClick={flow.reset}>
              <Trans>Choose another file</Trans>
            </Button>
            <Button disabled={make === 0} onClick={() => void flow.apply()}>
              <Trans>Import</Trans>
            </Button>
          </Group>
        </Group>
        {preview.begun > 0 && (
          <Text size="sm" mt="xs">
            {plural(preview.begun, {
              one: 'These files were begun before: # message is in. This goes on from there, and one undo takes back all of it.',
              other:
                'These files were begun before: # messages are in. This goes on from there, and one undo takes back all of it.',
            })}
          </Text>
        )}
        <MailChoices flow={flow} preview={preview} />
      </Paper>
      <MailPerhaps flow={flow} preview={preview} />
      <LeftOut lines={skipWords(preview)} />
      <KnownPeople people={preview.people} count={preview.peopleCount} />
      <MailStrangers flow={flow} preview={preview} />
    </Stack>
  );
}

function FileFacts({ flow, preview }: Props) {
  const { date } = useDates();
  const size = useSizeWords();
  const { files, messages, span, threads, attachments, encrypted, chats } = preview;
  const [file = ''] = files;
  const facts = [
    plural(messages, { one: '# message', other: '# messages' }),
    size(preview.size),
    ...(span === undefined ? [] : [`${date(span.first)} – ${date(span.last)}`]),
  ];
  const brings = [
    plural(threads, { one: '# conversation', other: '# conversations' }),
    ...(chats.days > 0
      ? [
          plural(chats.lines, {
            one: '# message in chats, one entry a day',
            other: '# messages in chats, one entry a day',
          }),
        ]
      : []),
    ...(attachments > 0
      ? [
          plural(attachments, {
            one: '# attachment, by name only',
            other: '# attachments, by name only',
          }),
        ]
      : []),
    ...(encrypted > 0
      ? [
          plural(encrypted, {
            one: '# encrypted, cannot be read',
            other: '# encrypted, cannot be read',
          }),
        ]
      : []),
  ];
  return (
    <>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {files.length === 1 ? (
          <bdi>{file}</bdi>
        ) : (
          plural(files.length, { one: '# file', other: '# files' })
        )}
      </Text>
      <Text size="sm" className="dim">
        {facts.join(' · ')}
      </Text>
      {preview.make > 0 && (
        <Text size="sm" className="dim">
          {commaWords(brings)}
        </Text>
      )}
      {flow.left.length > 0 && (
        <Text size="sm" className="dim">
          {plural(flow.left.length, {
            one: '# other file holds no mail and was left out.',
            other: '# other files hold no mail and were left out.',
          })}
        </Text>
      )}
    </>
  );
}
