// Who said so: shown beside a value on hover and on keyboard focus.

import { Indicator, Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';

import type { RecordDoc, Stamp } from '../../src-shared/domain/record.ts';
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
    <Indicator color="orange" size={10} position="top-end" title="Changed in two places">
      {value}
    </Indicator>
  );
}

export function useProvenance(): (stamp: Stamp) => string {
  const { dateTime } = useDates();
  const { info } = useHost();
  return (stamp) => {
    const where = stamp.device === info?.device.id ? 'this laptop' : 'another laptop';
    const who = stamp.by === '' ? 'Somebody' : stamp.by;
    return `${sourceWords(stamp)} by ${who} on ${where}, ${dateTime(stamp.at)}`;
  };
}

function sourceWords({ source }: Stamp): string {
  switch (source.type) {
    case 'typed':
      return 'Typed';
    case 'import':
      return `Imported from ${source.file}, line ${source.row},`;
    case 'feed':
      return 'Taken from a feed';
    case 'teammate':
      return 'Came from a teammate';
    case 'sample':
      return 'Part of the sample team, loaded';
  }
}
