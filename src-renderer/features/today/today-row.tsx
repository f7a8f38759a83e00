// One row: why it is here, what comes of leaving it, and what can be done.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Anchor, Badge, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Row } from '../../../src-shared/today/rows.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { Face } from '../../ui/face.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useDates } from '../../ui/when.tsx';
import type { RowActs } from './acts.ts';
import { MeetingButtons } from './meeting-buttons.tsx';
import { PrepCard } from './prep-card.tsx';
import { leftWords, reasonWords, workingsOf } from '../../ui/today-words.ts';

type Props = {
  row: Row;
  /** Whom it is about. */
  doc: RecordDoc;
  isActive: boolean;
  choose: () => void;
  acts: RowActs;
};

export function TodayRow({ row, doc, isActive, choose, acts }: Props) {
  const dates = useDates();
  const reason = reasonWords(row.reason, nameOrNone(doc), dates);
  const workings = workingsOf(row.reason, dates);
  const [isPrepared, setPrepared] = useState(false);
  return (
    <Paper
      component="li"
      withBorder
      className="today-row"
      data-row={row.key}
      data-active={isActive || undefined}
      aria-current={isActive || undefined}
      onFocus={choose}
    >
      <Face doc={doc} size={34} />
      <div className="today-words">
        <Text size="sm" fw={500} dir="auto">
          <Anchor inherit href={`#${pathOf(doc)}`} data-reason>
            {reason}
          </Anchor>
          {row.isPinned === true && (
            <Badge size="xs" variant="light" tt="none" ms={8}>
              <Trans>Pinned</Trans>
            </Badge>
          )}
        </Text>
        <Text size="xs" className="dim">
          {leftWords(row.left, dates)}
        </Text>
        {workings !== undefined && (
          <Text size="xs" className="dim">
            {workings}
          </Text>
        )}
      </div>
      <Group gap={4} wrap="nowrap" data-screen>
        {row.reason.code === 'meeting' || row.reason.code === 'moved' ? (
          <MeetingButtons
            reason={row.reason}
            acts={acts}
            isPrepared={isPrepared}
            prepare={() => setPrepared(!isPrepared)}
          />
        ) : (
          <RowButtons row={row} acts={acts} />
        )}
        <RowMenu row={row} acts={acts} reason={reason} />
      </Group>
      {isPrepared && row.reason.code === 'meeting' && <PrepCard reason={row.reason} />}
    </Paper>
  );
}

function RowButtons({ row, acts }: { row: Row; acts: RowActs }) {
  return (
    <>
      {row.about.collection === 'people' && (
        <Button size="compact-sm" variant="default" onClick={acts.log}>
          <Trans>Log</Trans>
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={acts.done}>
        <Trans>Done</Trans>
      </Button>
    </>
  );
}

/** What it is called to be done with a row, where the whole team then is. */
const isForTeam = ({ reason }: Row): boolean =>
  reason.code !== 'promise-moved' && (reason.code !== 'meeting' || reason.isOver);

function RowMenu({ row, acts, reason }: { row: Row; acts: RowActs; reason: string }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t`More: ${reason}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row.about.collection === 'people' && (
          <Menu.Item onClick={acts.draft}>
            <Trans>Write to them</Trans>
          </Menu.Item>
        )}
        {isForTeam(row) && (
          <>
            <Menu.Label>
              <Trans>For the whole team</Trans>
            </Menu.Label>
            <Menu.Item onClick={acts.done}>
              {row.reason.code === 'meeting' ? t`It took place` : t`Done`}
            </Menu.Item>
          </>
        )}
        <Menu.Label>
          <Trans>Only for you, on this laptop</Trans>
        </Menu.Label>
        <Menu.Item onClick={acts.snooze}>
          <Trans>Put off …</Trans>
        </Menu.Item>
        {row.isPinned !== true && (
          <Menu.Item onClick={acts.pin}>
            <Trans>Pin to the top</Trans>
          </Menu.Item>
        )}
        <Menu.Item onClick={acts.notMine}>
          <Trans>Not mine</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
