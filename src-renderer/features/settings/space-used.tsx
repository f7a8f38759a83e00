// How much room everything takes on this laptop, which attached files are the largest, what
// keeps each, and the way to let go what nothing keeps.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import type { FileOwner, Space, SpaceFile } from '../../../src-shared/bridge/space-types.ts';
import { announce } from '../../data/announce.ts';
import { useHost } from '../../data/host-context.tsx';
import { showFailure } from '../../data/use-command.tsx';
import { useSpace } from '../../data/use-space.ts';
import { labelOf, pathOf } from '../../kinds/kinds.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { useSizeWords } from '../../ui/size-words.ts';
import { useDates } from '../../ui/when.tsx';
import { errorWords } from '../../words/host-words.ts';
import { commaWords } from '../../words/in-language.ts';

const atOnce = 10;

export function SpaceUsed() {
  const { space, look } = useSpace();
  return (
    <Section title={t`Space used`}>
      {space !== undefined && <Told space={space} onFreed={look} />}
    </Section>
  );
}

function Told({ space, onFreed }: { space: Space; onFreed: () => void }) {
  const sizeWords = useSizeWords();
  const [most, setMost] = useState(atOnce);
  const [isAsking, setAsking] = useState(false);
  const { parts, files, count, free } = space;
  const total = sizeWords(Object.values(parts).reduce((sum, bytes) => sum + bytes, 0));
  const named = commaWords([
    t`the book ${sizeWords(parts.book)}`,
    t`attached files ${sizeWords(parts.files)}`,
    t`backups ${sizeWords(parts.backups)}`,
    ...(parts.aside > 0 ? [t`put aside ${sizeWords(parts.aside)}`] : []),
    t`everything else ${sizeWords(parts.rest)}`,
  ]);
  const size = sizeWords(free.bytes);
  const shown = files.slice(0, most);
  const unnamed = count - files.length;
  return (
    <>
      <Text size="sm">
        <Trans>
          On this laptop {total}: {named}.
        </Trans>
      </Text>
      {count > 0 && (
        <ul className="plain-list" style={{ padding: 0 }} aria-label={t`Attached files by size`}>
          {shown.map((file) => (
            <FileLine key={file.hash} file={file} />
          ))}
        </ul>
      )}
      <Group mt="xs">
        {most < files.length && (
          <Button size="compact-sm" variant="subtle" onClick={() => setMost(most * 5)}>
            <Trans>Show more</Trans>
          </Button>
        )}
        {free.count > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            <Trans>Free {size}</Trans>
          </Button>
        )}
      </Group>
      {most >= files.length && unnamed > 0 && (
        <Text size="sm" className="dim">
          {plural(unnamed, {
            one: '# smaller file is not listed.',
            other: '# smaller files are not listed.',
          })}
        </Text>
      )}
      {isAsking && <AskFree space={space} onFreed={onFreed} onClose={() => setAsking(false)} />}
    </>
  );
}

function FileLine({ file }: { file: SpaceFile }) {
  const size = useSizeWords()(file.bytes);
  const name = file.name ?? t`A file that was taken off its record`;
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm" miw={0} style={{ overflowWrap: 'anywhere' }}>
          <Text span inherit fw={600}>
            <bdi>{name}</bdi>
          </Text>{' '}
          {size} ·{' '}
          <Text span inherit className="dim">
            <Keeper file={file} />
          </Text>
        </Text>
      </Group>
    </li>
  );
}

function Keeper({ file }: { file: SpaceFile }) {
  const { dateTime } = useDates();
  const { owners, ownerCount, until = 0 } = file;
  const more = ownerCount - owners.length;
  const whose = (
    <>
      {owners.map((owner, at) => (
        <span key={owner.id}>
          {at > 0 && commaWords(['', ''])}
          <OwnerLink owner={owner} />
        </span>
      ))}
      {more > 0 && ` ${plural(more, { one: 'and # more', other: 'and # more' })}`}
    </>
  );
  switch (file.keptBy) {
    case 'record':
      return whose;
    case 'trash':
      return (
        <>
          {whose} ·{' '}
          <Trans>
            in the{' '}
            <Anchor inherit underline="always" href="#/trash">
              trash
            </Anchor>
            , goes when that is emptied
          </Trans>
        </>
      );
    case 'undone':
      return (
        <>
          {whose} · <Trans>taken back, kept as long as it can be done again</Trans>
        </>
      );
    case 'coming':
      return (
        <>
          {whose} · <Trans>on its way from a teammate’s laptop</Trans>
        </>
      );
    case 'nothing': {
      const when = dateTime(until);
      return <Trans>Nothing keeps it. For undo it stays until {when}.</Trans>;
    }
  }
}

function OwnerLink({ owner: { id, kind, name, status } }: { owner: FileOwner }) {
  const words = <bdi>{name === '' ? labelOf(kind) : name}</bdi>;
  if (status !== 'live' && status !== 'merged') return words;
  return (
    <Anchor inherit underline="always" href={`#${pathOf({ kind, id })}`}>
      {words}
    </Anchor>
  );
}

type AskProps = { space: Space; onFreed: () => void; onClose: () => void };

function AskFree({ space: { files, free }, onFreed, onClose }: AskProps) {
  const { host } = useHost();
  const sizeWords = useSizeWords();
  const size = sizeWords(free.bytes);
  const letGo = async (): Promise<void> => {
    const hashes = files.filter(({ keptBy }) => keptBy === 'nothing').map(({ hash }) => hash);
    onClose();
    const freed = await host.request('files.free', { hashes });
    if (!freed.ok) return showFailure(errorWords(freed.error));
    onFreed();
    announce(t`Freed: ${sizeWords(freed.value.bytes)}`);
  };
  return (
    <Dialog onClose={onClose} title={t`Free ${size}?`}>
      <Text size="sm">
        {plural(free.count, {
          one: '# file that nothing keeps goes at once.',
          other: '# files that nothing keeps go at once.',
        })}{' '}
        <Trans>
          If you then undo that a file was taken off, its name comes back without what was in it,
          unless a teammate’s laptop has it. Backups that hold it keep it until they are replaced.
        </Trans>
      </Text>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Keep</Trans>
        </Button>
        <Button color="red" onClick={() => void letGo()}>
          <Trans>Let them go</Trans>
        </Button>
      </Group>
    </Dialog>
  );
}
