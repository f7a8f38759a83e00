// What somebody is called in a team, until they say otherwise.

import { useHost } from '../../data/host-context.tsx';

export function useMemberName(): string {
  const { settings, info } = useHost();
  return settings?.userName || info?.device.name || '';
}
