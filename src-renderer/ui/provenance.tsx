// Who said so: shown beside a value on hover and on keyboard focus.

import { t } from '@lingui/core/macro';
import { Indicator, Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';

import type { RecordDoc, Stamp } from '../../src-shared/domain/record.ts';
import { useNameOf } from '../data/team-rest.tsx';
import { useHost } from '../data/host-context.tsx';
import { useDates } from './when.tsx';

/** `what` is a field's name, `set/itemId` or `note`. `isKnown`: there is a value to speak of. */
export function Provenance({
  doc,
  what,
  isKnown = true,
  children,
}: {
  doc: RecordDoc;
  what: string;
  isKnown?: boolean;
  children: ReactElement;
}) {
  const words = useProvenance();
  const stamp = doc.stamps[what] ?? doc.origin;
  const isOpen = doc.conflicts.some(({ field }) => field === what);
  const value = (
    <Tooltip
      label={words(stamp)}
      disabled={!isKnown}
      multiline
      maw={340}
      openDelay={400}
      events={{ hover: true, focus: true, touch: true }}
      withArrow
    >
      {children}
    </Tooltip>
  );
  if (!isOpen) return value;
  return (
    <Indicator color="orange" size={10} position="top-end" title={t`Changed in two places`}>
      {value}
    </Indicator>
  );
}

export function useProvenance(): (stamp: Stamp) => string {
  const { dateTime } = useDates();
  const { info } = useHost();
  const nameOf = useNameOf();
  return (stamp) => {
    const who = nameOf(stamp) || t`Somebody`;
    const when = dateTime(stamp.at);
    const own = info?.device;
    return stamp.device === own?.id || own?.formerIds.includes(stamp.device) === true
      ? hereWords(stamp, who, when)
      : elsewhereWords(stamp, who, when);
  };
}

function hereWords({ source }: Stamp, who: string, when: string): string {
  switch (source.type) {
    case 'typed':
      return t`Typed by ${who} on this laptop, ${when}`;
    case 'import':
      return t`Imported from ${source.file}, line ${source.row}, by ${who} on this laptop, ${when}`;
    case 'feed':
      return t`Taken from a feed by ${who} on this laptop, ${when}`;
    case 'teammate':
      return t`Came from a teammate by ${who} on this laptop, ${when}`;
    case 'sample':
      return t`Part of the sample team, loaded by ${who} on this laptop, ${when}`;
    default:
      return t`Written by ${who} on this laptop, ${when}`;
  }
}

function elsewhereWords({ source }: Stamp, who: string, when: string): string {
  switch (source.type) {
    case 'typed':
      return t`Typed by ${who} on another laptop, ${when}`;
    case 'import':
      return t`Imported from ${source.file}, line ${source.row}, by ${who} on another laptop, ${when}`;
    case 'feed':
      return t`Taken from a feed by ${who} on another laptop, ${when}`;
    case 'teammate':
      return t`Came from a teammate by ${who} on another laptop, ${when}`;
    case 'sample':
      return t`Part of the sample team, loaded by ${who} on another laptop, ${when}`;
    default:
      return t`Written by ${who} on another laptop, ${when}`;
  }
}
