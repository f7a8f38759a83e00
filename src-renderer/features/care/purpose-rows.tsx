// What stands for each purpose now, and a menu that writes down what they said.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { useState } from 'react';

import { currentPermission } from '../../../src-shared/care/permissions.ts';
import {
  channels,
  type Permission,
  type PermissionState,
  permissionStates,
  type Purpose,
  purposes,
} from '../../../src-shared/domain/permission.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { recordPermission } from '../../../src-shared/records/intents/care.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useWriter } from '../../data/use-writer.ts';
import { dayOf } from '../../ui/day.ts';
import { channelWords, purposeWords, stateWords } from '../../words/care-words.ts';
import { commaWords } from '../../words/in-language.ts';
import { SaidDialog } from './said-dialog.tsx';

type Props = { doc: RecordDoc; log: readonly Permission[] };

export function PurposeRows({ doc, log }: Props) {
  const [detailed, setDetailed] = useState<Purpose>();
  return (
    <>
      {purposes.map((purpose) => (
        <PurposeRow
          key={purpose}
          doc={doc}
          log={log}
          purpose={purpose}
          onDetails={() => setDetailed(purpose)}
        />
      ))}
      {detailed !== undefined && (
        <SaidDialog doc={doc} purpose={detailed} onClose={() => setDetailed(undefined)} />
      )}
    </>
  );
}

type RowProps = Props & { purpose: Purpose; onDetails: () => void };

function PurposeRow({ doc, log, purpose, onDetails }: RowProps) {
  const run = useCommand();
  const by = useWriter();
  const name = purposeWords(purpose);
  const write = (state: PermissionState): void => {
    const said = { channel: 'any', purpose, state, at: Date.now(), by } as const;
    void run(recordPermission(doc, said, crypto.randomUUID()));
  };
  const now = nowWords(log, purpose);
  return (
    <div className="value">
      <span className="value-label dim">{name}</span>
      <div className="value-line">
        <Menu position="bottom-start">
          <Menu.Target>
            <button
              type="button"
              className="value-text"
              data-empty={now === undefined || undefined}
            >
              <span className="visually-hidden">{`${t`They said`}: ${name}`} </span>
              <span>{now ?? t`Nothing written down`}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {permissionStates.map((state) => (
              <Menu.Item key={state} onClick={() => write(state)}>
                {stateWords(state)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={onDetails}>
              <Trans>With way, source and wording</Trans>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}

/** The same for every way is said once. */
function nowWords(log: readonly Permission[], purpose: Purpose): string | undefined {
  const today = dayOf(Date.now());
  const byState = Map.groupBy(
    channels,
    (channel) => currentPermission(log, { channel, purpose }, today)?.state,
  );
  const [first] = byState.keys();
  if (byState.size === 1) return first === undefined ? undefined : stateWords(first);
  return [...byState]
    .flatMap(([state, ways]) => {
      const words = commaWords(ways.map(channelWords));
      return state === undefined ? [] : [`${stateWords(state)}: ${words}`];
    })
    .join(' · ');
}
