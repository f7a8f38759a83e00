// What is done with a run as a whole: all drafts saved as files, all that were opened said to be
// sent, all of it thrown away.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';

import type { Run } from '../../../../src-shared/drafts/run.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { go } from '../../../ui/router.ts';
import { TypedNumber } from '../../../ui/typed-number.tsx';
import { PrintDialog } from '../print/print-dialog.tsx';
import type { Row } from './rows.ts';
import { saveAll } from './save-all.ts';
import { useRunActs } from './use-run-acts.ts';

type Props = { run: Run; rows: readonly Row[] };

export function RunVerbs({ run, rows }: Props) {
  const command = useCommand();
  const acts = useRunActs(run, () => undefined);
  const [isMarking, setMarking] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const open = rows.filter(({ state, isReady }) => isReady && state === 'opened');
  const savable = rows.filter(
    ({ state, isReady }) => isReady && state !== 'sent' && state !== 'skipped',
  );
  const trash = async (): Promise<void> => {
    const refs = [{ collection: 'work' as const, id: run.id }];
    if ((await command({ type: 'trash', refs })) !== undefined) go('/drafts');
  };
  return (
    <>
      {open.length > 0 && (
        <Button size="xs" variant="default" onClick={() => setMarking(true)}>
          <Trans>Mark all opened as sent</Trans>
        </Button>
      )}
      {run.channel === 'mail' && savable.length > 0 && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            saveAll(run, savable);
            acts.mark(savable, 'opened');
          }}
        >
          <Trans>Save all as drafts</Trans>
        </Button>
      )}
      {run.channel === 'letter' && (
        <Button size="xs" variant="default" onClick={() => setPrinting(true)}>
          <Trans>Print or save as PDF</Trans>
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" px={8} aria-label={t`More`}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" onClick={() => void trash()}>
            <Trans>Move to trash</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isPrinting && (
        <PrintDialog
          name={run.name}
          rows={rows}
          onPrinted={(printed) => acts.mark(printed, 'opened')}
          onClose={() => setPrinting(false)}
        />
      )}
      {isMarking && (
        <MarkSent
          count={open.length}
          onSent={() => {
            setMarking(false);
            void acts.sent(open);
          }}
          onClose={() => setMarking(false)}
        />
      )}
    </>
  );
}

type MarkProps = { count: number; onSent: () => void; onClose: () => void };

function MarkSent({ count, onSent, onClose }: MarkProps) {
  const [isSure, setSure] = useState(false);
  return (
    <Dialog title={t`Mark all opened as sent`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isSure) onSent();
        }}
      >
        {plural(count, {
          one: '# message is written into the timeline, as it stands here. It can be taken back.',
          other:
            '# messages are written into the timelines, as they stand here. It can be taken back.',
        })}
        <TypedNumber isNeeded count={count} onSure={setSure} />
        <FormButtons submit={t`I sent them`} isDisabled={!isSure} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
